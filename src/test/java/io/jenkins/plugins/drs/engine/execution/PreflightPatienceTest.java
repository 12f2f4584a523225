package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Preflight survives what passes by itself, and does not wait long for what somebody has to put right. */
class PreflightPatienceTest {
    /** The waits between them add up to more than four minutes, and to less than nine. */
    private static final int FAILURES = 11;

    @ParameterizedTest
    @ValueSource(strings = {"THROTTLE", "CUT_CONNECTION"})
    void shouldWaitForAnAwsThatDoesNotAnswerForMinutes(FaultKind kind) {
        survives(Fault.of(kind));
    }

    @Test
    void shouldWaitForAnAwsThatFailsForMinutes() {
        survives(Fault.error("InternalServerException", 500));
    }

    private static void survives(Fault fault) {
        try (Drill drill = drillOf(wave("Web", "web-1"))
                .failing(fault.on("drs", "DescribeSourceServers").times(FAILURES))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1")
                    .leftNothing();
        }
    }

    @Test
    void shouldNameTheCallThatFailedToTheEnd() {
        try (Drill drill = drillOf(wave("Web", "web-1"))
                .failing(Fault.error("InternalServerException", 500).on("drs", "DescribeSourceServers"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblem("Source servers", "drs:DescribeSourceServers failed with InternalServerException")
                    .changedNothing();
            assertThat(lasted(drill)).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10));
        }
    }

    /** Keys that nobody renews, say. */
    @Test
    void shouldNotWaitLongForWhatSomebodyHasToPutRight() {
        try (Drill drill = drillOf(wave("Web", "web-1"))
                .failing(Fault.of(FaultKind.EXPIRED_CREDENTIALS).on("sts", "GetCallerIdentity"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED).foundProblems(1).changedNothing();
            assertThat(lasted(drill)).isLessThanOrEqualTo(Duration.ofSeconds(90));
        }
    }

    private static Duration lasted(Drill drill) {
        Instant began = drill.recorded().get(0).at();
        return Duration.between(
                began, drill.recorded().get(drill.recorded().size() - 1).at());
    }
}
