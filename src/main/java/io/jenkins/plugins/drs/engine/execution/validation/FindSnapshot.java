package io.jenkins.plugins.drs.engine.execution.validation;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoverySnapshot;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.SnapshotFound;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells which snapshot an instance was made from: the one nearest to the point in time that DRS gives for it. */
final class FindSnapshot implements Effect {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final ServerState server;

    FindSnapshot(ServerState server) {
        this.server = server;
    }

    @Override
    public Collection<String> about() {
        return server.instanceId().stream().toList();
    }

    @Override
    public String key() {
        return "snapshot/" + server.id();
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(server.target(), "drs:DescribeRecoverySnapshots"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        Instant pointInTime = server.pointInTime().orElseThrow();
        return aws.drs(server.target()).snapshots(server.id(), pointInTime.minus(MARGIN)).stream()
                .filter(snapshot -> snapshot.taken().isPresent())
                .min(Comparator.comparing(snapshot -> distance(snapshot, pointInTime)))
                .map(snapshot -> (ExecutionEvent) new SnapshotFound(
                        server.id(), snapshot.snapshotId(), snapshot.taken().get()))
                .map(List::of)
                .orElseGet(this::unknown);
    }

    private static Duration distance(RecoverySnapshot snapshot, Instant pointInTime) {
        return Duration.between(snapshot.taken().orElseThrow(), pointInTime).abs();
    }

    /** The drill goes on without it: the point in time itself is known. */
    private List<ExecutionEvent> unknown() {
        return List.of(new SnapshotFound(server.id(), "", server.pointInTime().orElseThrow()));
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        return unknown();
    }

    @Override
    public int attempts() {
        return 4;
    }
}
