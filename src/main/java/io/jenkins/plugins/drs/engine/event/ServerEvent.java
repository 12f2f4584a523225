package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.term.FailureStage;
import java.time.Instant;
import java.util.Optional;

/** What befalls one source server. */
public sealed interface ServerEvent extends ExecutionEvent {
    String sourceServerId();

    /**
     * The instance of a launched server was described.
     *
     * @param pointInTime what its data is as of
     */
    record InstanceFound(
            String sourceServerId,
            String recoveryInstanceId,
            String ec2InstanceId,
            String jobId,
            boolean drill,
            Optional<Instant> pointInTime)
            implements ServerEvent {
        public InstanceFound {
            Needed.value(sourceServerId, "sourceServerId");
            Needed.text(recoveryInstanceId, "recoveryInstanceId");
            Needed.text(ec2InstanceId, "ec2InstanceId");
            Needed.value(jobId, "jobId");
            pointInTime = Needed.optional(pointInTime);
        }
    }

    /** The snapshot that the instance was made from was told apart. */
    record SnapshotFound(String sourceServerId, String snapshotId, Instant taken) implements ServerEvent {
        public SnapshotFound {
            Needed.value(sourceServerId, "sourceServerId");
            Needed.value(snapshotId, "snapshotId");
            Needed.value(taken, "taken");
        }
    }

    /** What EC2 and SSM say of the instance changed. */
    record InstanceObserved(String sourceServerId, InstanceHealth health) implements ServerEvent {
        public InstanceObserved {
            Needed.value(sourceServerId, "sourceServerId");
            Needed.value(health, "health");
        }
    }

    /**
     * @param state in the words of EC2
     * @param agentOnline whether the SSM agent is online; empty when the plan does not ask for it
     */
    record InstanceHealth(
            String state,
            String instanceCheck,
            String systemCheck,
            Optional<Boolean> agentOnline,
            String instanceType,
            Optional<String> privateIp,
            Optional<Instant> launched) {
        public InstanceHealth {
            Needed.value(state, "state");
            Needed.value(instanceCheck, "instanceCheck");
            Needed.value(systemCheck, "systemCheck");
            agentOnline = Needed.optional(agentOnline);
            Needed.value(instanceType, "instanceType");
            privateIp = Needed.optional(privateIp);
            launched = Needed.optional(launched);
        }
    }

    /** The server is recovered: everything that the plan asks for was seen. */
    record ServerValidated(String sourceServerId) implements ServerEvent {
        public ServerValidated {
            Needed.value(sourceServerId, "sourceServerId");
        }
    }

    /** The server is not recovered. {@code stage} names what it failed in. */
    record ServerFailed(String sourceServerId, FailureStage stage, String reason) implements ServerEvent {
        public ServerFailed {
            Needed.value(sourceServerId, "sourceServerId");
            Needed.value(stage, "stage");
            Needed.value(reason, "reason");
        }
    }
}
