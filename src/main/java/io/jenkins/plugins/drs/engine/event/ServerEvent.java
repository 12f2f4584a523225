package io.jenkins.plugins.drs.engine.event;

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
            implements ServerEvent {}

    /** The snapshot that the instance was made from was told apart. */
    record SnapshotFound(String sourceServerId, String snapshotId, Instant taken) implements ServerEvent {}

    /** What EC2 and SSM say of the instance changed. */
    record InstanceObserved(String sourceServerId, InstanceHealth health) implements ServerEvent {}

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
            Optional<Instant> launched) {}

    /** The server is recovered: everything that the plan asks for was seen. */
    record ServerValidated(String sourceServerId) implements ServerEvent {}

    /** The server is not recovered. {@code stage} names what it failed in. */
    record ServerFailed(String sourceServerId, FailureStage stage, String reason) implements ServerEvent {}

    /** Where a server failed. */
    enum FailureStage {
        /** Its launch settings could not be put right. */
        SETTINGS,
        /** No job was started for it. */
        START,
        /** Its job did not launch it. */
        LAUNCH,
        /** Its instance did not become healthy. */
        VALIDATION,
        /** Its wave ended before its turn. */
        NOT_REACHED,
        /** Nobody could look what became of it: it may be recovered and run. */
        UNSEEN
    }
}
