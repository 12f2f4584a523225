package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How old the data of a recovered server was at the moment of the disaster that the drill plays: the moment at which its
 * launch was asked for.
 *
 * @param disaster that moment
 * @param snapshotAge how long before it the point in time lies; zero when the snapshot was taken after it, as DRS does
 *     while the source server lives. In a disaster there would be nothing after it
 * @param lag how far replication was behind when preflight looked, so that it would have been lost; empty when DRS did
 *     not say and replication was not continuous
 * @param previousSnapshot whether DRS could take no new snapshot and went back to one that it had
 */
public record DataAge(
        Instant disaster,
        @JsonProperty("snapshotAgeSeconds") Duration snapshotAge,
        @JsonProperty("lagSeconds") Optional<Duration> lag,
        boolean previousSnapshot) {
    private static final String CONTINUOUS = "CONTINUOUS";

    static DataAge of(Instant disaster, Instant pointInTime, ServerResult.Replication replication, boolean previous) {
        Optional<Duration> lag = replication
                .lag()
                .or(() -> replication.state().equals(CONTINUOUS) ? Optional.of(Duration.ZERO) : Optional.empty());
        return new DataAge(disaster, Timing.between(pointInTime, disaster), lag, previous);
    }

    /** The age; empty when the lag is not known, so that the data may be older than its snapshot. */
    Optional<Duration> reached() {
        return lag.map(snapshotAge::plus);
    }

    /** The age against an objective. That it was missed is certain as soon as the snapshot alone is too old. */
    Objective against(Optional<Duration> objective) {
        boolean tooOld =
                objective.filter(limit -> snapshotAge.compareTo(limit) > 0).isPresent();
        Objective compared = Objective.compared(objective, reached());
        return tooOld ? new Objective(objective, reached(), Optional.of(false)) : compared;
    }
}
