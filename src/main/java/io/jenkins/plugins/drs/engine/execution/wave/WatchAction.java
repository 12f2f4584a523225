package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway.AutomationExecution;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionObserved;
import io.jenkins.plugins.drs.engine.event.ActionOutcome;
import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.Kind;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.execution.core.Refusal;
import io.jenkins.plugins.drs.engine.state.ActionState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks how an automation is doing. */
final class WatchAction implements Effect {
    /** Ends of {@code AutomationExecutionStatus} that are good, by the Systems Manager API reference. */
    private static final Set<String> GOOD = Set.of("Success", "CompletedWithSuccess");

    /** Its other ends. */
    private static final Set<String> BAD = Set.of(
            "TimedOut",
            "Cancelled",
            "Failed",
            "Rejected",
            "ChangeCalendarOverrideRejected",
            "CompletedWithFailure",
            "Exited");

    private static final String WITHHELD = "(withheld: a secret that may be in it cannot be read any more)";

    private final ActionState action;
    private final List<ActionSecrets> secrets;

    /** @param all the actions that were begun: a runbook may say what another one was given */
    WatchAction(ActionState action, Collection<ActionState> all) {
        this.action = action;
        this.secrets = all.stream()
                .filter(one -> one == action || one.versions().isPresent())
                .map(ActionSecrets::of)
                .toList();
    }

    @Override
    public String key() {
        return keyFor(action.intended().action());
    }

    static String keyFor(ActionRef action) {
        return "action/watch/" + action;
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(action.intended().target(), "ssm:GetAutomationExecution"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        boolean known = secrets.stream().allMatch(given -> given.areKnown(aws));
        AutomationExecution seen = aws.automation(action.intended().target())
                .execution(action.executionId().orElseThrow());
        if (GOOD.contains(seen.status()) || BAD.contains(seen.status())) {
            return List.of(ended(seen, known));
        }
        return seen.status().equals(action.status())
                ? List.of()
                : List.of(new ActionObserved(action.intended().action(), seen.status(), seen.currentStep()));
    }

    /** @param known whether the engine knows what it has to hide in the words of the runbook */
    private ActionEnded ended(AutomationExecution seen, boolean known) {
        return new ActionEnded(
                action.intended().action(),
                outcome(seen.status()),
                seen.status(),
                seen.failureMessage().map(words -> known ? words : WITHHELD).orElse(""),
                known || seen.outputs().isEmpty() ? seen.outputs() : Map.of(WITHHELD, List.of()),
                seen.ended());
    }

    private ActionOutcome outcome(String status) {
        if (GOOD.contains(status)) {
            return ActionOutcome.SUCCEEDED;
        }
        return action.stopBecause().orElse(ActionOutcome.FAILED);
    }

    /** Nobody can tell any more whether it runs. */
    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        String reason = "Its outcome cannot be read. " + Refusal.message(failure) + " " + Refusal.remedy(failure);
        String id = action.executionId().orElseThrow();
        ActionIntended intended = action.intended();
        return List.of(
                new LeftBehind(Kind.AUTOMATION, id, intended.target(), false, reason),
                new ActionEnded(intended.action(), ActionOutcome.FAILED, action.status(), reason, Map.of()));
    }
}
