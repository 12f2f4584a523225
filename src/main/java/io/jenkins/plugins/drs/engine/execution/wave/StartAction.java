package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionNotStarted;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStartRepeated;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.NewId;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.plan.AutomationAction.Document;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts a runbook. The client token makes it safe to repeat; resolved secrets live no longer than the call. */
final class StartAction implements Effect {
    private final ActionIntended intended;
    private final Document document;
    private final Map<String, String> versions;
    private final Instant deadline;
    private final boolean repeated;
    private final boolean earlierInDoubt;
    private final Set<String> knownAutomations;

    private StartAction(
            ActionIntended intended,
            Document document,
            Map<String, String> versions,
            Instant deadline,
            boolean repeated,
            boolean earlierInDoubt,
            Set<String> knownAutomations) {
        this.intended = intended;
        this.document = document;
        this.versions = versions;
        this.deadline = deadline;
        this.repeated = repeated;
        this.earlierInDoubt = earlierInDoubt;
        this.knownAutomations = knownAutomations;
    }

    /** The first attempt to start an action without secrets, whose intent is not in the journal yet. */
    static StartAction first(ExecutionState state, ActionIntended intended, Document document) {
        return new StartAction(intended, document, Map.of(), intended.deadline(), false, false, known(state));
    }

    /**
     * An attempt to start an action whose intent is in the journal.
     *
     * @param deadline when it is no longer tried
     */
    static StartAction again(ExecutionState state, ActionState action, Document document, Instant deadline) {
        return new StartAction(
                action.intended(),
                document,
                action.versions().orElse(Map.of()),
                deadline,
                true,
                action.startPossible(),
                known(state));
    }

    private static Set<String> known(ExecutionState state) {
        return state.actions().stream()
                .flatMap(action -> action.executionId().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Collection<String> about() {
        return List.of(intended.action().toString());
    }

    @Override
    public String key() {
        return "action/start/" + intended.action();
    }

    @Override
    public List<ExecutionEvent> intent() {
        return List.of(repeated ? new ActionStartRepeated(intended.action()) : intended);
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(intended.target(), "ssm:StartAutomationExecution"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        Map<String, List<String>> resolved = new ActionSecrets(intended, versions).parameters(aws);
        String id = aws.automation(intended.target())
                .start(document.name(), document.version(), resolved, intended.clientToken(), Map.of());
        return List.of(
                new ActionStarted(intended.action(), NewId.of("ssm:StartAutomationExecution", id, knownAutomations)));
    }

    @Override
    public List<ExecutionEvent> deferred(AwsFailure failure) {
        return isInDoubt(failure) ? List.of() : List.of(new ActionNotStarted(intended.action(), failure.sentence()));
    }

    /** That AWS refuses an attempt says nothing of an earlier one, which may have been taken. */
    private boolean isInDoubt(AwsFailure failure) {
        return earlierInDoubt || failure.kind().isInDoubt();
    }

    /** When an answer never came, it may be running and nobody knows its id. */
    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        String reason = failure.explained();
        if (!isInDoubt(failure)) {
            return List.of(new ActionEnded(intended.action(), ActionOutcome.NOT_RUN, "", reason, Map.of()));
        }
        return List.of(
                new LeftBehind(
                        RemnantKind.AUTOMATION,
                        intended.clientToken(),
                        intended.target(),
                        false,
                        "Whether it was started is not known. " + reason),
                new ActionEnded(intended.action(), ActionOutcome.FAILED, "", reason, Map.of()));
    }

    @Override
    public Optional<Instant> deadline(FailureKind kind) {
        return Optional.of(deadline);
    }
}
