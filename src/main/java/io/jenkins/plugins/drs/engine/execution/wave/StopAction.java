package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.AutomationExecution;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopped;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks SSM to cancel an automation. Asking twice does no harm. */
final class StopAction implements Effect {
    private final ActionState action;
    private final ActionOutcome because;
    private final Instant giveUp;

    StopAction(ActionState action, ActionOutcome because, Instant giveUp) {
        this.action = action;
        this.because = because;
        this.giveUp = giveUp;
    }

    @Override
    public Collection<String> about() {
        return List.of(action.intended().action().toString());
    }

    @Override
    public String key() {
        return "action/stop/" + action.intended().action();
    }

    @Override
    public List<ExecutionEvent> intent() {
        return action.stopBecause().isPresent()
                ? List.of()
                : List.of(new ActionStopIntended(action.intended().action(), because));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        AutomationGateway automation = aws.automation(action.intended().target());
        String id = action.executionId().orElseThrow();
        if (action.status().isEmpty()) {
            requireOurs(automation, id);
        }
        automation.cancel(id);
        return List.of(new ActionStopped(action.intended().action()));
    }

    /** Until a look has shown it, the id may have come with the answer to another call; without a look it is believed. */
    private void requireOurs(AutomationGateway automation, String id) {
        AutomationExecution seen;
        try {
            seen = automation.execution(id);
        } catch (AwsFailure notSeen) {
            return;
        }
        if (WatchAction.isOther(seen, action.intended())) {
            throw AwsFailure.unreadable(
                    "ssm:GetAutomationExecution",
                    "Expected automation " + id + " to run document "
                            + action.intended().documentName() + ", but it runs another one, so it is not stopped");
        }
    }

    /** SSM calls a stop invalid when the automation has ended in the meantime: then the next look tells how. */
    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        if (failure.kind() == FailureKind.INVALID) {
            return List.of(new ActionStopped(action.intended().action()));
        }
        String reason = failure.explained();
        return List.of(
                new LeftBehind(
                        RemnantKind.AUTOMATION,
                        action.executionId().orElseThrow(),
                        action.intended().target(),
                        false,
                        "It could not be stopped. " + reason),
                new ActionEnded(action.intended().action(), because, action.status(), reason, Map.of()));
    }

    @Override
    public Optional<Instant> deadline(FailureKind kind) {
        return Optional.of(giveUp);
    }
}
