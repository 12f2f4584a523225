package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceHealth;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Instant;
import java.util.Optional;

/**
 * A source server as it stands.
 *
 * @param since when it got this stage
 * @param settingsAligned whether its launch settings are known to be as the plan wants them
 * @param jobId the job that launches or launched it
 * @param instanceId the recovery instance; empty until its job names one
 * @param ec2InstanceId empty until the instance was described
 * @param health what was last seen of the instance
 */
public record ServerState(
        SelectedServer selected,
        ServerStage stage,
        Instant since,
        boolean settingsAligned,
        Optional<String> jobId,
        Optional<String> instanceId,
        Optional<String> ec2InstanceId,
        Optional<InstanceHealth> health,
        Optional<Instant> pointInTime) {

    static ServerState waiting(SelectedServer selected, Instant at) {
        return new ServerState(
                selected,
                ServerStage.WAITING,
                at,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public String id() {
        return selected.sourceServerId();
    }

    public Target target() {
        return selected.target();
    }

    /**
     * When the instance came up: as EC2 says or, before it was asked and where our clock disagrees, when its job was seen
     * to have launched it.
     */
    public Instant checksBegan() {
        return health.flatMap(InstanceHealth::launched)
                .filter(launched -> !launched.isAfter(since))
                .orElse(since);
    }

    ServerState at(ServerStage to, Instant at) {
        Lifecycles.SERVER.check(id(), stage, to);
        return new ServerState(
                selected, to, at, settingsAligned, jobId, instanceId, ec2InstanceId, health, pointInTime);
    }

    ServerState aligned() {
        return new ServerState(selected, stage, since, true, jobId, instanceId, ec2InstanceId, health, pointInTime);
    }

    ServerState inJob(String job) {
        return new ServerState(
                selected,
                stage,
                since,
                settingsAligned,
                Optional.of(job),
                instanceId,
                ec2InstanceId,
                health,
                pointInTime);
    }

    ServerState withInstance(String recoveryInstanceId) {
        return new ServerState(
                selected,
                stage,
                since,
                settingsAligned,
                jobId,
                Optional.of(recoveryInstanceId),
                ec2InstanceId,
                health,
                pointInTime);
    }

    ServerState described(String ec2Id, Optional<Instant> asOf) {
        return new ServerState(
                selected, stage, since, settingsAligned, jobId, instanceId, Optional.of(ec2Id), health, asOf);
    }

    ServerState observed(InstanceHealth seen) {
        return new ServerState(
                selected,
                stage,
                since,
                settingsAligned,
                jobId,
                instanceId,
                ec2InstanceId,
                Optional.of(seen),
                pointInTime);
    }
}
