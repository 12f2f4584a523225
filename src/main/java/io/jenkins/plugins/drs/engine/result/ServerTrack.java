package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingChange;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceHealth;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.ServerEvent.SnapshotFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of one source server so far, apart from its job. */
final class ServerTrack {
    private final SelectedServer selected;
    private List<SettingChange> changes = List.of();
    private Optional<InstanceFound> instance = Optional.empty();
    private Optional<SnapshotFound> snapshot = Optional.empty();
    private Optional<InstanceHealth> health = Optional.empty();
    private Optional<ServerFailed> failed = Optional.empty();
    private Optional<Instant> ended = Optional.empty();

    ServerTrack(SelectedServer selected) {
        this.selected = selected;
    }

    void aligned(List<SettingChange> changed) {
        if (!changed.isEmpty()) {
            changes = List.copyOf(changed);
        }
    }

    void found(InstanceFound event) {
        instance = Optional.of(event);
    }

    void made(SnapshotFound event) {
        snapshot = Optional.of(event);
    }

    void observed(InstanceHealth seen) {
        health = Optional.of(seen);
    }

    void validated(Instant at) {
        failed = Optional.empty();
        ended = Optional.of(at);
    }

    void failed(Instant at, ServerFailed event) {
        failed = Optional.of(event);
        ended = Optional.of(at);
    }

    SelectedServer selected() {
        return selected;
    }

    List<SettingChange> changes() {
        return changes;
    }

    Optional<InstanceFound> instance() {
        return instance;
    }

    Optional<SnapshotFound> snapshot() {
        return snapshot;
    }

    Optional<InstanceHealth> health() {
        return health;
    }

    Optional<ServerFailed> failure() {
        return failed;
    }

    Optional<Instant> ended() {
        return ended;
    }

    Optional<Instant> validatedAt() {
        return failed.isPresent() ? Optional.empty() : ended;
    }

    /** What the data of its instance is as of: what DRS says of the instance, else the time of its snapshot. */
    Optional<Instant> pointInTime() {
        return instance.flatMap(InstanceFound::pointInTime).or(() -> snapshot.map(SnapshotFound::taken));
    }
}
