package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationNotMade;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.NewId;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls {@code TerminateRecoveryInstances}. Doing it twice does no harm, so a lost answer is followed by a look at
 * what is still there.
 */
final class TerminateInstances implements Effect {
    /** After any other refusal it is looked what is there: one of the instances may have gone by itself. */
    private static final Set<FailureKind> FINAL =
            EnumSet.of(FailureKind.ACCESS_DENIED, FailureKind.NO_CREDENTIALS, FailureKind.UNINITIALIZED);

    private final TerminationIntended termination;
    private final Set<String> knownJobs;

    TerminateInstances(TerminationIntended termination, Set<String> knownJobs) {
        this.termination = termination;
        this.knownJobs = knownJobs;
    }

    @Override
    public Collection<String> about() {
        return List.of(termination.terminationId());
    }

    @Override
    public String key() {
        return keyFor(termination);
    }

    static String keyFor(TerminationIntended termination) {
        return gate(termination) + "/" + termination.terminationId();
    }

    private static String gate(TerminationIntended termination) {
        return "terminate/" + termination.target().key();
    }

    @Override
    public String gate() {
        return gate(termination);
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(termination.target(), "drs:TerminateRecoveryInstances"));
    }

    @Override
    public List<ExecutionEvent> intent() {
        return List.of(termination);
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        RecoveryJob job = aws.drs(termination.target()).terminate(termination.recoveryInstanceIds());
        String jobId = NewId.of("drs:TerminateRecoveryInstances", job.jobId(), knownJobs);
        return List.of(new TerminationAccepted(termination.terminationId(), jobId));
    }

    @Override
    public List<ExecutionEvent> deferred(AwsFailure failure) {
        return List.of(new TerminationNotMade(termination.terminationId(), failure.sentence()));
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        List<ExecutionEvent> events = new ArrayList<>(deferred(failure));
        if (!FINAL.contains(failure.kind())) {
            return events;
        }
        String reason = "AWS refused to terminate it. " + failure.explained();
        for (String id : termination.recoveryInstanceIds()) {
            events.add(new LeftBehind(RemnantKind.RECOVERY_INSTANCE, id, termination.target(), false, reason));
        }
        return events;
    }
}
