package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import org.junit.jupiter.api.Test;

/** How often waves are looked at that nothing waits for. */
class IdleWavesTest {
    private static final int SECONDS = 200;
    private static final int LOOKS_OF_LOOP = 1 + SECONDS / 30 + 1;

    @Test
    void shouldLookAsSeldomAsALoopWhileAllThatFollowsWaitsForAWaveFurtherBehind() {
        try (Drill drill = drill("Database", "Cache")) {
            assertThat(looks(drill)).isLessThanOrEqualTo(LOOKS_OF_LOOP);
        }
    }

    @Test
    void shouldLookMoreOftenWhenTheNextWaveWaitsForThisOneAlone() {
        try (Drill drill = drill("Cache")) {
            assertThat(looks(drill)).isGreaterThan(LOOKS_OF_LOOP);
        }
    }

    @Test
    void shouldLookAtStatusChecksMoreOftenOnlyWhenTheNextWaveWaitsForThem() {
        try (Drill later = drill("Database", "Cache");
                Drill next = drill("Cache")) {
            assertThat(checks(later)).isPositive().isLessThan(checks(next));
        }
    }

    /** The cache is there long before the database, and has a long runbook after it. */
    private static Drill drill(String... beforeWeb) {
        Drill drill = drillOf(
                        wave("Database", "database-1"),
                        wave("Cache", "cache-1").dependingOn().after(action("Warm")),
                        wave("Web", "web-1").dependingOn(beforeWeb))
                .inWorld(world -> world.server("database-1", "\"launchSeconds\": 1200")
                        .document("Warm", "\"durationSeconds\": " + SECONDS))
                .start()
                .run();
        assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
        return drill;
    }

    private static long checks(Drill drill) {
        return drill.events(CallMade.class).stream()
                .filter(call -> call.operation().equals("DescribeInstanceStatus")
                        && call.effect().contains("Cache"))
                .count();
    }

    private static long looks(Drill drill) {
        return drill.events(CallMade.class).stream()
                .filter(call -> call.operation().equals("GetAutomationExecution"))
                .count();
    }
}
