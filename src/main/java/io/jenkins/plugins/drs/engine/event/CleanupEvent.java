package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.util.List;

/** What is taken down, and what is not. */
public sealed interface CleanupEvent extends ExecutionEvent {
    /** Waves are over. {@code reason} is one sentence for people. */
    record CleanupBegun(String reason) implements CleanupEvent {
        public CleanupBegun {
            Needed.value(reason, "reason");
        }
    }

    /** An earlier drill of the plan left this instance behind; this execution takes it down. */
    record LeftoverFound(
            String recoveryInstanceId, String sourceServerId, Target target, String jobId, String executionId)
            implements CleanupEvent {
        public LeftoverFound {
            Needed.text(recoveryInstanceId, "recoveryInstanceId");
            Needed.value(sourceServerId, "sourceServerId");
            Needed.value(target, "target");
            Needed.value(jobId, "jobId");
            Needed.value(executionId, "executionId");
        }
    }

    /** A target was searched for what earlier drills left behind. */
    record LeftoversSearched(Target target) implements CleanupEvent {
        public LeftoversSearched {
            Needed.value(target, "target");
        }
    }

    /** {@code TerminateRecoveryInstances} is about to be called. */
    record TerminationIntended(String terminationId, Target target, List<String> recoveryInstanceIds)
            implements CleanupEvent {
        public TerminationIntended {
            Needed.text(terminationId, "terminationId");
            Needed.value(target, "target");
            recoveryInstanceIds = Needed.copy(recoveryInstanceIds, "recoveryInstanceIds");
        }
    }

    /** A job takes the instances down. */
    record TerminationAccepted(String terminationId, String jobId) implements CleanupEvent {
        public TerminationAccepted {
            Needed.text(terminationId, "terminationId");
            Needed.text(jobId, "jobId");
        }
    }

    /** No job takes these instances down, or it is not known which; they are looked at again. */
    record TerminationNotMade(String terminationId, String reason) implements CleanupEvent {
        public TerminationNotMade {
            Needed.value(terminationId, "terminationId");
            Needed.value(reason, "reason");
        }
    }

    /** The instance is gone. */
    record InstanceTerminated(String recoveryInstanceId) implements CleanupEvent {
        public InstanceTerminated {
            Needed.text(recoveryInstanceId, "recoveryInstanceId");
        }
    }

    /** Instances of a target were looked at: these exist still. */
    record RemainsObserved(Target target, List<String> recoveryInstanceIds) implements CleanupEvent {
        public RemainsObserved {
            Needed.value(target, "target");
            recoveryInstanceIds = Needed.copy(recoveryInstanceIds, "recoveryInstanceIds");
        }
    }

    /**
     * Something stays in AWS after the end.
     *
     * @param id a recovery instance, or a job that may still launch some
     * @param asked whether it was asked to stay
     */
    record LeftBehind(RemnantKind kind, String id, Target target, boolean asked, String reason)
            implements CleanupEvent {
        public LeftBehind {
            Needed.value(kind, "kind");
            Needed.text(id, "id");
            Needed.value(target, "target");
            Needed.value(reason, "reason");
        }
    }
}
