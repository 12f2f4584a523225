package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionObserved;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is known of one action so far. */
final class ActionTrack {
    private String name = "";
    private String document = "";
    private Optional<String> version = Optional.empty();
    private Map<String, List<String>> parameters = Map.of();
    private Optional<Target> target = Optional.empty();
    private Optional<Instant> intendedAt = Optional.empty();
    private Optional<Instant> endedAt = Optional.empty();
    private Optional<String> automationExecutionId = Optional.empty();
    private Optional<String> status = Optional.empty();
    private Optional<String> step = Optional.empty();
    private Optional<ActionEnded> end = Optional.empty();

    void planned(AutomationAction action) {
        name = action.name();
        document = action.document().name();
        version = action.document().version();
        parameters = action.parameters();
        target = action.target();
    }

    void intended(Instant at, ActionIntended event) {
        name = event.name();
        document = event.documentName();
        parameters = event.parameters();
        target = Optional.of(event.target());
        intendedAt = intendedAt.or(() -> Optional.of(at));
    }

    void started(String id) {
        automationExecutionId = Optional.of(id);
    }

    void observed(ActionObserved event) {
        status = Texts.present(event.status());
        step = event.currentStep();
    }

    void ended(Instant at, ActionEnded event) {
        endedAt = Optional.of(at);
        end = Optional.of(event);
        status = Texts.present(event.status()).or(() -> status);
    }

    /** The action as it stands; {@code waveEnded} tells that it will not be started any more. */
    ActionResult result(boolean waveEnded, UnaryOperator<Target> places, Instant now, Evidence evidence) {
        return new ActionResult(
                name,
                new ActionResult.Runbook(document, version, parameters, target.map(places)),
                automationExecutionId,
                new ActionResult.Progress(
                        outcome(waveEnded),
                        status,
                        step,
                        end.flatMap(event -> Texts.present(event.message())),
                        end.flatMap(ActionEnded::ended)),
                Timing.of(intendedAt, endedAt, now),
                end.map(ActionEnded::outputs).orElse(Map.of()),
                evidence);
    }

    private ActionOutcome outcome(boolean waveEnded) {
        if (end.isPresent()) {
            return end.get().outcome();
        }
        if (intendedAt.isPresent()) {
            return ActionOutcome.RUNNING;
        }
        return waveEnded ? ActionOutcome.NOT_RUN : ActionOutcome.PENDING;
    }
}
