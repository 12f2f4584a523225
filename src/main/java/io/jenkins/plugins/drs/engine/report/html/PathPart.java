package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.CriticalPath;
import io.jenkins.plugins.drs.engine.result.CriticalPath.Kind;
import io.jenkins.plugins.drs.engine.result.CriticalPath.Owner;
import io.jenkins.plugins.drs.engine.result.CriticalPath.Step;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Durations;
import java.time.Duration;
import java.util.List;

/** The critical path in words: whose time the recovery took, and its steps. */
final class PathPart {
    private final HtmlWriter html;
    private final CriticalPath path;
    private final Table table;

    PathPart(HtmlWriter html, DrillResult result) {
        this.html = html;
        this.path = result.criticalPath();
        this.table = new Table(html);
    }

    void write() {
        if (path.steps().size() < 2) {
            return;
        }
        html.element("h3", "Critical path", "id", "critical-path");
        html.element("p", sentence());
        html.in("details", () -> {
            html.element("summary", "Show its " + path.steps().size() + " steps");
            table.of(
                    "Steps of the critical path: a faster recovery needs a shorter step",
                    List.of("Step", "Whose time", "Wave", "What", "From", "Duration"),
                    path.steps(),
                    this::row);
        });
    }

    private String sentence() {
        String until = path.complete() ? "until the last server was recovered" : "so far";
        String person = path.person().isZero() ? "" : ", " + part(path.person()) + " waited for approval";
        return Durations.text(path.total()) + " " + until + ". AWS worked " + part(path.aws())
                + ", checks before the start took "
                + part(path.preflight()) + person + ", and " + part(path.ours())
                + " were lost between the steps of AWS.";
    }

    private String part(Duration duration) {
        long percent = Math.round(
                100.0 * duration.toMillis() / Math.max(1, path.total().toMillis()));
        return Durations.text(duration) + " (" + percent + " %)";
    }

    private void row(Step step) {
        table.head(word(step.kind()));
        table.badge(tone(step.kind().owner()), owner(step.kind().owner()));
        table.cell(Words.or(step.wave()));
        table.cell(Words.or(step.name()));
        table.cell(Words.time(step.timing().started()));
        table.number(Words.length(step.timing().length()));
    }

    static String word(Kind kind) {
        return switch (kind) {
            case PREFLIGHT -> "Checks before the start";
            case PAUSE -> "Waiting for approval";
            case RUNBOOK -> "Runbook";
            case PREPARE -> "Preparing the launch";
            case LAUNCH -> "Launch job";
            case NOTICE -> "Noticing its end";
            case VALIDATE -> "Instances start and are checked";
            case HANDOVER -> "To the next step";
        };
    }

    private static String owner(Owner owner) {
        return switch (owner) {
            case PREFLIGHT -> "checks";
            case AWS -> "AWS";
            case PERSON -> "approval";
            case OURS -> "lost";
        };
    }

    private static Tone tone(Owner owner) {
        return switch (owner) {
            case AWS -> Tone.BUSY;
            case OURS -> Tone.WARN;
            case PREFLIGHT, PERSON -> Tone.IDLE;
        };
    }
}
