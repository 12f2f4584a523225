package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway.AutomationExecution;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionObserved;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStartRepeated;
import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
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
    public Collection<String> about() {
        return List.of(action.intended().action().toString());
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
        if (isOther(seen, action.intended())) {
            return another();
        }
        if (GOOD.contains(seen.status()) || BAD.contains(seen.status())) {
            return List.of(ended(seen, known));
        }
        return seen.status().equals(action.status())
                ? List.of()
                : List.of(new ActionObserved(action.intended().action(), seen.status(), seen.currentStep()));
    }

    /** Whether an automation runs another document than the action starts: it was not started by it. */
    static boolean isOther(AutomationExecution seen, ActionIntended intended) {
        return seen.documentName()
                .filter(name -> !simple(name).equals(simple(intended.documentName())))
                .isPresent();
    }

    /** Name of a document, which may be given as its ARN. */
    private static String simple(String document) {
        return document.substring(document.lastIndexOf('/') + 1).replaceFirst(":.*", "");
    }

    /** Starting it again with its token tells which automation it is. One that was seen to be it is no other later. */
    private List<ExecutionEvent> another() {
        if (action.status().isEmpty()) {
            return List.of(new ActionStartRepeated(action.intended().action()));
        }
        throw AwsFailure.unreadable(
                "ssm:GetAutomationExecution",
                "Expected automation " + action.executionId().orElseThrow() + " to run document "
                        + action.intended().documentName() + ", but the answer names another one");
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
        boolean wasNeverSeen =
                failure.kind() == FailureKind.NOT_FOUND && action.status().isEmpty();
        if (wasNeverSeen && action.stopBecause().isEmpty()) {
            return another();
        }
        String reason = "Its outcome cannot be read. " + failure.explained();
        ActionIntended intended = action.intended();
        String id = wasNeverSeen ? intended.clientToken() : action.executionId().orElseThrow();
        return List.of(
                new LeftBehind(RemnantKind.AUTOMATION, id, intended.target(), false, reason),
                new ActionEnded(intended.action(), ActionOutcome.FAILED, action.status(), reason, Map.of()));
    }
}
