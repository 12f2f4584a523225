package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.drs.Termination.InstanceRemoval;
import io.jenkins.plugins.drs.simulator.environment.SourceServerSpec.LaunchPhase;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.TerminationEntry.Cause;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.RecoveryInstance;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.Snapshot;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import java.time.Instant;
import java.util.Optional;

/** Walks one server of a launch job through cleanup, snapshot, conversion and launch. Each step enters the next. */
final class ServerLaunch {
    private final JobRun run;
    private final Region region;
    private final SourceServer server;
    private final Job.Participant participant;
    private final Pace pace;
    private Snapshot snapshot;
    private Instant snapshotStarted;
    private String conversionServerId;

    /**
     * A launch that is about to begin.
     *
     * @param chosen the snapshot that the caller asked for; null takes a new one
     */
    ServerLaunch(JobRun run, SourceServer server, Job.Participant participant, Snapshot chosen) {
        this.run = run;
        this.region = run.region();
        this.server = server;
        this.participant = participant;
        this.snapshot = chosen;
        this.pace = new Pace(region, server);
    }

    void begin() {
        if (snapshot == null && !server.hasData()) {
            fail("SERVER_SKIPPED", "The source server has no data yet: " + server.replicationState());
            return;
        }
        run.log("CLEANUP_START", server.id(), null);
        run.after(pace.cleanup(), this::cleanedUp);
    }

    /** A launch deletes the instance of the launch before it, even that of a real recovery. */
    private void cleanedUp() {
        region.recoveryInstanceOf(server)
                .ifPresent(old -> new InstanceRemoval(region, run.job(), Cause.REPLACED).remove(old));
        run.log("CLEANUP_END", server.id(), null);
        participant.become(Job.LaunchStatus.IN_PROGRESS);
        if (snapshot != null) {
            convertPrevious();
        } else if (!server.isReplicating()) {
            snapshot = new PointInTimeSnapshots(region, server).latestTaken().orElse(null);
            convertPrevious();
        } else {
            snapshotStarted = region.world().now();
            run.log("SNAPSHOT_START", server.id(), null);
            run.after(pace.snapshot(), this::snapshotTaken);
        }
    }

    private void snapshotTaken() {
        PointInTimeSnapshots snapshots = new PointInTimeSnapshots(region, server);
        Optional<String> fallback = struck(FaultKind.USE_PREVIOUS_SNAPSHOT, "Snapshot creation failed");
        Optional<String> failure = failure(LaunchPhase.SNAPSHOT, FaultKind.FAIL_SNAPSHOT, "Snapshot creation failed");
        if (fallback.isPresent()) {
            run.log("SNAPSHOT_FAIL", server.id(), fallback.get());
            snapshot = snapshots.latestTaken().orElse(null);
            convertPrevious();
        } else if (failure.isPresent()) {
            fail("SNAPSHOT_FAIL", failure.get());
        } else {
            snapshot = snapshots.take(snapshotStarted);
            run.log("SNAPSHOT_END", server.id(), null);
            convert();
        }
    }

    private void convertPrevious() {
        if (snapshot == null) {
            fail("USING_PREVIOUS_SNAPSHOT_FAILED", "There is no previous snapshot.");
            return;
        }
        run.log("USING_PREVIOUS_SNAPSHOT", server.id(), null);
        convert();
    }

    private void convert() {
        conversionServerId = region.world().ids().fresh("i-");
        run.log("CONVERSION_START", server.id(), conversionServerId, null);
        if (struck(FaultKind.HANG_JOB, "").isEmpty()) {
            run.after(pace.conversion(), this::converted);
        }
    }

    private void converted() {
        Optional<String> failure =
                failure(LaunchPhase.CONVERSION, FaultKind.FAIL_CONVERSION, "The conversion server did not respond.");
        if (failure.isPresent()) {
            fail("CONVERSION_FAIL", failure.get());
            return;
        }
        run.log("CONVERSION_END", server.id(), conversionServerId, null);
        run.log("LAUNCH_START", server.id(), null);
        Optional<String> obstacle = failure(
                        LaunchPhase.LAUNCH,
                        FaultKind.FAIL_LAUNCH,
                        "InsufficientInstanceCapacity: We currently do not have sufficient capacity.")
                .or(() -> new InstancePlan(region, server).obstacle());
        if (obstacle.isPresent()) {
            run.after(pace.launch(), () -> fail("LAUNCH_FAILED", obstacle.get()));
        } else {
            launch();
        }
    }

    private void launch() {
        InstanceLaunch launch = new InstanceLaunch(region, server, run.job());
        RecoveryInstance instance = launch.at(region.world().now(), snapshot.timestamp());
        launch.record(instance);
        run.after(pace.launch(), () -> {
            participant.launched(instance.id());
            run.finished();
        });
    }

    private void fail(String event, String rawError) {
        run.log(event, server.id(), rawError);
        participant.become(Job.LaunchStatus.FAILED);
        run.finished();
    }

    /** Why a phase fails: because the environment says so of the server, or because a fault strikes. */
    private Optional<String> failure(LaunchPhase phase, FaultKind kind, String otherwise) {
        if (server.spec().failure() == phase) {
            return Optional.of(
                    Optional.ofNullable(server.spec().failureMessage()).orElse(otherwise));
        }
        return struck(kind, otherwise);
    }

    private Optional<String> struck(FaultKind kind, String otherwise) {
        return region.world().fault(kind, region.occasion(server)).map(fault -> fault.effect()
                .messageOr(otherwise));
    }
}
