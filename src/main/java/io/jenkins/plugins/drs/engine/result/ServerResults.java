package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogLine;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServerProgress;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceHealth;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.ServerEvent.SnapshotFound;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.result.ServerResult.Status;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Puts together the results of servers from what was folded of them, of their jobs and of cleanup. */
final class ServerResults {
    private final JobFold jobs;
    private final CleanupFold cleanup;
    private final UnaryOperator<Target> places;
    private final Clock clock;
    private final EvidenceFold evidence;
    private final Map<JobTrack, LaunchPhases> phases = new HashMap<>();

    /**
     * The moment of which results tell.
     *
     * @param notReached whether servers that nothing was done with will not be launched any more
     * @param rpo objective of the plan
     */
    record Clock(Instant now, boolean notReached, Optional<Duration> rpo) {}

    ServerResults(JobFold jobs, CleanupFold cleanup, UnaryOperator<Target> places, Clock clock, EvidenceFold evidence) {
        this.jobs = jobs;
        this.cleanup = cleanup;
        this.places = places;
        this.clock = clock;
        this.evidence = evidence;
    }

    ServerResult of(ServerTrack server) {
        SelectedServer selected = server.selected();
        Optional<JobTrack> job = jobs.ofServer(selected.sourceServerId());
        return new ServerResult(
                new ServerResult.Identity(
                        selected.sourceServerId(),
                        selected.hostname(),
                        selected.wave(),
                        selected.protectionGroup(),
                        places.apply(selected.target())),
                status(server, job),
                replication(server),
                launch(server, job),
                instance(server, job),
                recoveryPoint(server, job),
                new ServerResult.Proof(
                        server.failure().map(failure -> failure(failure, job)),
                        evidence.server(selected.sourceServerId())));
    }

    private Status status(ServerTrack server, Optional<JobTrack> job) {
        boolean givenUp = server.failure()
                .filter(failure -> failure.stage() == FailureStage.NOT_REACHED)
                .isPresent();
        if (server.failure().isPresent() && !givenUp) {
            return Status.FAILED;
        }
        if (server.ended().isPresent() && !givenUp) {
            return Status.VALIDATED;
        }
        String id = server.selected().sourceServerId();
        if (server.instance().isPresent() || job.filter(it -> it.launched(id)).isPresent()) {
            return Status.LAUNCHED;
        }
        if (job.filter(it -> !givenUp || it.mayLaunch(id)).isPresent()) {
            return Status.LAUNCHING;
        }
        return givenUp || clock.notReached() ? Status.NOT_REACHED : Status.SELECTED;
    }

    private Launch launch(ServerTrack server, Optional<JobTrack> job) {
        String id = server.selected().sourceServerId();
        Timing timing = job.map(it -> Timing.of(Optional.of(it.intendedAt()), server.ended(), clock.now()))
                .orElse(Timing.NONE);
        List<Launch.Change> changes = server.changes().stream()
                .map(change -> new Launch.Change(change.setting(), Texts.present(change.from()), change.to()))
                .toList();
        return new Launch(
                timing,
                job.flatMap(it -> it.of(id)),
                job.map(it -> phases(it).of(id, it.launchEnd(id).or(server::ended), clock.now()))
                        .orElse(List.of()),
                changes);
    }

    private LaunchPhases phases(JobTrack job) {
        return phases.computeIfAbsent(job, key -> new LaunchPhases(key.log()));
    }

    private Optional<InstanceResult> instance(ServerTrack server, Optional<JobTrack> job) {
        String id = server.selected().sourceServerId();
        return server.instance()
                .map(InstanceFound::recoveryInstanceId)
                .or(() -> job.flatMap(it -> it.progress(id)).flatMap(ServerProgress::recoveryInstanceId))
                .map(instanceId -> new InstanceResult(
                        instanceId,
                        server.instance().map(InstanceFound::drill),
                        machine(server),
                        new InstanceResult.Data(
                                server.pointInTime(), server.snapshot().map(SnapshotFound::snapshotId)),
                        server.health().map(ServerResults::health),
                        cleanup.terminatedAt(instanceId)));
    }

    private static InstanceResult.Machine machine(ServerTrack server) {
        Optional<InstanceHealth> health = server.health();
        return new InstanceResult.Machine(
                server.instance().map(InstanceFound::ec2InstanceId).flatMap(Texts::present),
                health.map(InstanceHealth::instanceType).flatMap(Texts::present),
                health.flatMap(InstanceHealth::privateIp),
                health.flatMap(InstanceHealth::launched));
    }

    private static InstanceResult.Health health(InstanceHealth health) {
        return new InstanceResult.Health(
                health.state(), health.instanceCheck(), health.systemCheck(), health.agentOnline());
    }

    private static ServerResult.Replication replication(ServerTrack server) {
        return new ServerResult.Replication(
                server.selected().replicationState(), server.selected().lag());
    }

    private ServerResult.RecoveryPoint recoveryPoint(ServerTrack server, Optional<JobTrack> job) {
        Optional<DataAge> age = job.flatMap(it -> server.pointInTime()
                .map(point -> DataAge.of(
                        it.intendedAt(),
                        point,
                        replication(server),
                        phases(it).wentBack(server.selected().sourceServerId()))));
        return new ServerResult.RecoveryPoint(age.map(it -> it.against(clock.rpo())), age);
    }

    private ServerResult.Failure failure(ServerFailed failed, Optional<JobTrack> job) {
        Optional<JobLogLine> line = job.flatMap(it -> phases(it).failure(failed.sourceServerId()));
        return new ServerResult.Failure(
                failed.stage(), failed.reason(), line.map(JobLogLine::event), line.flatMap(JobLogLine::error));
    }
}
