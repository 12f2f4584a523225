package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.CleanupResult;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.Locale;

/** How a status is shown: the style sheet gives each a sign besides its colour. */
enum Tone {
    GOOD,
    BAD,
    WARN,
    BUSY,
    IDLE;

    /** Class of the style sheet. */
    String style() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /** Writes a status as a badge. */
    void badge(HtmlWriter html, String word) {
        html.element("span", word, "class", "badge " + style());
    }

    static Tone of(ExecutionStatus status) {
        return switch (status) {
            case COMPLETED -> GOOD;
            case FAILED -> BAD;
            case PARTIAL, CANCELLED, PAUSED -> WARN;
            case RUNNING, PENDING -> BUSY;
        };
    }

    static Tone of(WaveStatus status) {
        return switch (status) {
            case COMPLETED -> GOOD;
            case FAILED -> BAD;
            case PARTIAL, PAUSED, CANCELLED -> WARN;
            case PENDING, SKIPPED -> IDLE;
            default -> BUSY;
        };
    }

    static Tone of(ServerResult.Status status) {
        return switch (status) {
            case VALIDATED -> GOOD;
            case FAILED -> BAD;
            case LAUNCHING, LAUNCHED -> BUSY;
            case SELECTED, NOT_REACHED -> IDLE;
        };
    }

    static Tone of(ActionOutcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> GOOD;
            case FAILED, TIMED_OUT -> BAD;
            case CANCELLED -> WARN;
            case RUNNING -> BUSY;
            case PENDING, NOT_RUN -> IDLE;
        };
    }

    static Tone of(CheckStatus status) {
        return switch (status) {
            case PASSED -> GOOD;
            case WARNING -> WARN;
            case FAILED -> BAD;
        };
    }

    static Tone of(CleanupResult.Status status) {
        return switch (status) {
            case DONE, NOT_NEEDED -> GOOD;
            case INCOMPLETE -> BAD;
            case KEPT -> WARN;
            case RUNNING -> BUSY;
            case PENDING -> IDLE;
        };
    }

    static Tone of(Objective objective) {
        return objective.met().map(met -> met ? GOOD : BAD).orElse(IDLE);
    }
}
