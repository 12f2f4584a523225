package io.jenkins.plugins.drs.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobsSeen;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drills of one controller that watch jobs in the same account and Region. */
class SharedLooksTest {
    private static final int SEVERAL = 10;
    private static final int MORE_THAN_THERE_IS_ROOM_FOR = 40;

    @Test
    void shouldLookAtTheJobsOfAllDrillsHardlyMoreOftenThanAtThoseOfOne() throws IOException {
        long alone;
        try (Fleet one = fleet(1)) {
            one.run(Duration.ofHours(2));
            alone = looks(one, "watch/");
        }

        try (Fleet fleet = fleet(SEVERAL)) {
            fleet.run(Duration.ofHours(2));

            assertAllWell(fleet.drills, SEVERAL);
            assertThat(looks(fleet, "watch/")).isLessThanOrEqualTo(2 * alone);
            assertThat(fleet.drills.get(SEVERAL - 1).events(JobsSeen.class)).isNotEmpty();
        }
    }

    @Test
    void shouldHearFromEachOtherThatAnAccountIsFull() throws IOException {
        long apart;
        try (Fleet fleet = Fleet.apart(MORE_THAN_THERE_IS_ROOM_FOR)) {
            fleet.run(Duration.ofHours(Fleet.LONG));
            apart = looks(fleet, "load/");
        }

        try (Fleet fleet = fleet(MORE_THAN_THERE_IS_ROOM_FOR)) {
            fleet.run(Duration.ofHours(Fleet.LONG));

            assertAllWell(fleet.drills, MORE_THAN_THERE_IS_ROOM_FOR);
            assertThat(fleet.drills
                            .get(0)
                            .record()
                            .peak(TestWorld.ACCOUNT, TestWorld.REGION)
                            .jobs())
                    .isLessThanOrEqualTo(20);
            assertThat(looks(fleet, "load/")).isLessThan(apart * 2 / 3);
        }
    }

    @Test
    void shouldGoOnWhenTheDrillThatLookedForAllIsGone() throws IOException {
        try (Fleet fleet = fleet(3)) {
            fleet.run(Duration.ofMinutes(3));

            fleet.stop(0);
            fleet.run(Duration.ofHours(2));

            assertAllWell(fleet.drills.subList(1, 3), 3);
        }
    }

    @Test
    void shouldComeToTheSameEndAfterARestartOfTheController() throws IOException {
        try (Fleet fleet = fleet(SEVERAL)) {
            for (int minutes = 0; minutes < 24; minutes += 3) {
                fleet.run(Duration.ofMinutes(3));
                fleet.restart();
            }
            fleet.run(Duration.ofHours(2));

            assertAllWell(fleet.drills, SEVERAL);
            assertThat(fleet.drills.get(0).record().drillInstances()).isEmpty();
        }
    }

    private static Fleet fleet(int size) {
        return new Fleet(size, world -> {});
    }

    private static void assertAllWell(List<Drill> drills, int launches) {
        assertThat(drills).extracting(drill -> drill.state().status()).containsOnly(ExecutionStatus.COMPLETED);
        assertThat(drills.get(0).record().launches())
                .hasSize(launches)
                .extracting(LaunchEntry::sourceServerId)
                .doesNotHaveDuplicates();
    }

    private static long looks(Fleet fleet, String effect) {
        return fleet.drills.stream()
                .flatMap(drill -> drill.events(CallMade.class).stream())
                .filter(call -> call.effect().startsWith(effect))
                .count();
    }
}
