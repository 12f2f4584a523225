package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionNotStarted;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionObserved;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionSecretsResolved;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStartRepeated;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopped;
import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.event.WaveEvent.PauseDecided;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveReleased;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WavesClosed;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells how waves move and what their actions do. */
final class WaveText {
    private final RunText run;
    private final ServerText servers;
    private final Map<String, Instant> waveStarts = new HashMap<>();
    private final Map<ActionRef, ActionIntended> actions = new HashMap<>();
    private final Map<ActionRef, Instant> actionStarts = new HashMap<>();

    WaveText(EventText text, RunText run) {
        this.run = run;
        this.servers = new ServerText(text, run);
        text.tell(WaveMoved.class, this::moved);
        text.always(WaveReleased.class, (at, event) -> run.wave(event.wave()) + ": released by " + event.by());
        text.always(WavesClosed.class, (at, event) -> "No further wave is released, by " + event.by());
        text.always(
                PauseDecided.class,
                (at, event) ->
                        run.wave(event.wave()) + (event.approved() ? ": approved by " : ": rejected by ") + event.by());
        text.tell(ActionIntended.class, (at, event) -> intended(at, event));
        text.always(
                ActionStarted.class,
                (at, event) -> label(event.action()) + ": started as " + event.automationExecutionId());
        text.tell(ActionObserved.class, (at, event) -> waiting(event));
        text.always(
                ActionStopIntended.class,
                (at, event) -> label(event.action()) + ": being stopped, "
                        + (event.because() == ActionOutcome.TIMED_OUT
                                ? "its time is up"
                                : "the execution is cancelled"));
        text.pass(ActionStopped.class);
        text.pass(ActionNotStarted.class);
        text.pass(ActionSecretsResolved.class);
        text.pass(ActionStartRepeated.class);
        text.always(ActionEnded.class, this::ended);
    }

    private Optional<String> moved(Instant at, WaveMoved event) {
        String wave = run.wave(event.wave());
        if (event.to() == WaveStatus.PENDING) {
            return Optional.empty();
        }
        if (!event.to().ended()) {
            waveStarts.putIfAbsent(event.wave(), at);
            String word = event.to().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return Optional.of(wave + ": " + word + RunText.suffix(event.reason()));
        }
        String after = Optional.ofNullable(waveStarts.get(event.wave()))
                .map(start -> " after " + Durations.text(Timing.between(start, at)))
                .orElse("");
        return Optional.of(
                wave + ": " + event.to() + after + servers.summary(event.wave()) + RunText.suffix(event.reason()));
    }

    private Optional<String> intended(Instant at, ActionIntended event) {
        actions.put(event.action(), event);
        actionStarts.putIfAbsent(event.action(), at);
        return Optional.empty();
    }

    private Optional<String> waiting(ActionObserved event) {
        boolean waits =
                event.status().equals("PendingApproval") || event.status().equals("Waiting");
        return waits ? Optional.of(label(event.action()) + ": waits, SSM says " + event.status()) : Optional.empty();
    }

    private String ended(Instant at, ActionEnded event) {
        String after = Optional.ofNullable(actionStarts.get(event.action()))
                .map(start -> " after " + Durations.text(Timing.between(start, at)))
                .orElse("");
        return label(event.action()) + ": " + event.outcome() + after + RunText.suffix(event.message());
    }

    private String label(ActionRef action) {
        String phase = action.phase() == ActionPhase.PRE ? "pre-wave" : "post-wave";
        String name = Optional.ofNullable(actions.get(action))
                .map(ActionIntended::name)
                .orElse("action " + (action.index() + 1));
        return "  " + action.wave() + ", " + phase + " '" + name + "'";
    }
}
