package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.event.RunOptions.HostFindings;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a host forbids is a line of preflight beside all others. */
class HostFindingsTest {
    private static final Check FORBIDDEN = Check.failed("Actions", "Shop", "They are switched off.", "Ask for them.");

    @ParameterizedTest
    @EnumSource(names = {"DRILL", "CHECK"})
    void shouldListWhatTheHostForbidsWithEverythingElse(Mode mode) {
        var scenario = drillOf(wave("Web", "web-1"))
                .as(mode)
                .inWorld(world -> world.server("web-1", "\"replicationState\": \"STALLED\""))
                .whereHostFound(new HostFindings(List.of(FORBIDDEN), false));

        try (Drill drill = scenario.start().run()) {
            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .endedBecause("Preflight found 2 problems; nothing was changed.")
                    .foundProblem("Shop", "They are switched off.")
                    .foundProblem("web-1", "STALLED")
                    .changedNothing();
        }
    }

    @Test
    void shouldAskAwsNothingWhereTheHostForbidsIt() {
        var scenario = drillOf(wave("Web", "web-1")).whereHostFound(new HostFindings(List.of(FORBIDDEN), true));

        try (Drill drill = scenario.start().run()) {
            assertDrill(drill).ended(ExecutionStatus.FAILED).foundProblems(1);
            assertThat(drill.record().calls()).isEmpty();
        }
    }

    @Test
    void shouldGoOnWithAWarningAndAfterAKill() {
        Check warning = Check.warning("Host", "Shop", "It is late.", "Hurry.");
        var scenario = drillOf(wave("Web", "web-1")).whereHostFound(new HostFindings(List.of(warning), false));

        try (Drill drill = scenario.start().killAndResumeAfter(2).run()) {
            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1")
                    .leftNothing();
        }
    }

    @Test
    void shouldForbidCallsOnlyForAReason() {
        var scenario = drillOf(wave("Web", "web-1")).whereHostFound(new HostFindings(List.of(), true));

        try (Drill drill = scenario.start().run()) {
            assertDrill(drill).ended(ExecutionStatus.COMPLETED).launchedOnce("web-1");
        }
    }

    @Test
    void shouldTakeJournalsThatHaveNoFindings() {
        assertThat(new RunOptions(false, false, false, Duration.ZERO, null, false).found())
                .isEqualTo(HostFindings.NONE);
    }
}
