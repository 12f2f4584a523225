package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The recovery point is the age of the data at the disaster that the drill plays. */
class DataAgeTest {
    private static final Instant DISASTER = Instant.parse("2026-03-07T03:10:00Z");
    private static final Optional<Duration> LIMIT = Optional.of(Duration.ofMinutes(5));

    @Test
    void shouldAddTheLagToTheAgeOfTheSnapshot() {
        assertThat(age(-180, "CONTINUOUS", 30).reached()).contains(Duration.ofSeconds(210));
    }

    @Test
    void shouldStillCountTheLagWhenTheSnapshotWasTakenAfterTheDisaster() {
        DataAge age = age(90, "CONTINUOUS", 120);

        assertThat(age.snapshotAge()).isZero();
        assertThat(age.reached()).contains(Duration.ofSeconds(120));
    }

    @Test
    void shouldTakeContinuousReplicationWithoutLagForUpToDate() {
        assertThat(age(-60, "CONTINUOUS", -1).reached()).contains(Duration.ofSeconds(60));
    }

    @Test
    void shouldNotClaimAnAgeWhenTheLagIsNotKnown() {
        DataAge age = age(-60, "STALLED", -1);

        assertThat(age.reached()).isEmpty();
        assertThat(age.against(LIMIT).met()).isEmpty();
    }

    @Test
    void shouldMissTheObjectiveWhenTheSnapshotAloneIsTooOld() {
        assertThat(age(-301, "STALLED", -1).against(LIMIT).missed()).isTrue();
        assertThat(age(-290, "CONTINUOUS", 20).against(LIMIT).missed()).isTrue();
        assertThat(age(-280, "CONTINUOUS", 20).against(LIMIT).met()).contains(true);
    }

    /** @param lag in seconds; below 0 for none */
    private static DataAge age(int pointInTime, String state, int lag) {
        Optional<Duration> behind = lag < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(lag));
        return DataAge.of(
                DISASTER, DISASTER.plusSeconds(pointInTime), new ServerResult.Replication(state, behind), false);
    }
}
