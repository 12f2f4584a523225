package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.environment.Timing;
import io.jenkins.plugins.drs.simulator.state.Ids;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.Snapshot;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A server's snapshots: those taken every few minutes, as a function of time, and those taken for launches.
 * They end where replication ended.
 */
final class PointInTimeSnapshots {
    /** A snapshot is complete within half a minute of the time for which it was planned. */
    private static final double LONGEST_SECONDS = 30;

    /** How far behind a server is that stopped replicating, when the environment does not say. */
    private static final Duration DEFAULT_LAG = Duration.ofHours(1);

    private final Region region;
    private final SourceServer server;
    private final Ids ids;

    PointInTimeSnapshots(Region region, SourceServer server) {
        this.region = region;
        this.server = server;
        this.ids = region.world().ids();
    }

    /** All of them, oldest first. */
    List<Snapshot> all() {
        List<Snapshot> all = new ArrayList<>(server.onDemandSnapshots());
        if (server.hasData()) {
            addPeriodic(all);
        }
        all.sort(Comparator.comparing(Snapshot::expected).thenComparing(Snapshot::id));
        return all;
    }

    /** One of them that was taken. */
    Optional<Snapshot> taken(String id) {
        return all().stream()
                .filter(snapshot -> snapshot.id().equals(id) && snapshot.timestamp() != null)
                .findFirst();
    }

    /** The newest that was taken. */
    Optional<Snapshot> latestTaken() {
        return all().stream()
                .filter(snapshot -> snapshot.timestamp() != null)
                .max(Comparator.comparing(Snapshot::timestamp));
    }

    /** Takes one now, for a launch. */
    Snapshot take(Instant requested) {
        Snapshot snapshot =
                new Snapshot(ids.fresh("pit-"), requested, region.world().now(), ids.fresh("snap-"));
        server.onDemandSnapshots().add(snapshot);
        return snapshot;
    }

    private void addPeriodic(List<Snapshot> all) {
        Timing timing = region.world().environment().timing();
        Instant newest = newestData();
        long step = Math.max(1, timing.snapshotMinutes()) * 60L;
        long first = newest.getEpochSecond() - timing.snapshotHistoryHours() * 3600L;
        for (long at = Math.floorDiv(first, step) * step + step; at <= newest.getEpochSecond(); at += step) {
            all.add(periodic(Instant.ofEpochSecond(at), newest));
        }
    }

    private Snapshot periodic(Instant expected, Instant newest) {
        String key = Long.toString(expected.getEpochSecond());
        double seconds = LONGEST_SECONDS * ids.share("snapshot", server.id(), key);
        Instant taken = expected.plusMillis(Math.round(seconds * 1000));
        return new Snapshot(
                ids.stable("pit-", server.id(), key),
                expected,
                taken.isAfter(newest) ? null : taken,
                ids.stable("snap-", server.id(), key));
    }

    private Instant newestData() {
        Duration lag = server.spec().lagDuration();
        if (server.isReplicating()) {
            return lag == null ? region.world().now() : region.world().now().minus(lag);
        }
        return region.world().start().minus(lag == null ? DEFAULT_LAG : lag);
    }
}
