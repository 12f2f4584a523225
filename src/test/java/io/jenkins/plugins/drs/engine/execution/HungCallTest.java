package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.InstanceTerminated;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call gets no answer for a long time. What does not depend on it goes on. */
class HungCallTest {
    private static final Target SLOW = Target.own("eu-west-1");

    private final HangingCalls hanging = new HangingCalls(SLOW);

    @AfterEach
    void end() {
        hanging.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recentJobs", "startRecovery", "jobsAndRecent", "terminate"})
    void shouldCompleteOneWaveWhileACallOfAnotherHangs(String operation) {
        try (Drill drill = scenario().runBy(hanging::runtime).start()) {
            boolean asksBefore = operation.equals("recentJobs"); // preflight, which all waves wait for
            hanging.hang(operation, asksBefore ? 1 : 0);

            boolean late = operation.equals("terminate");
            drill.runUntil(late ? Seen.any(InstanceTerminated.class) : Seen.wave("Fast", WaveStatus.COMPLETED));

            assertThat(hanging.isHanging()).isTrue();
            hanging.release();
            drill.run();
            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("slow-1", "fast-1")
                    .leftNothing();
        }
    }

    /** All waves wait for preflight, and for each of its calls no longer than a call may take; nobody has to wait for that. */
    @Test
    void shouldEndWhenItIsCancelledThoughACallOfPreflightHangs() {
        try (Drill drill = scenario().runBy(hanging::runtime).start()) {
            hanging.hang("sourceServers");
            drill.step();
            assertThat(hanging.isHanging()).isTrue();
            drill.execution().cancel("tester", "No longer wanted.");
            drill.step();

            assertDrill(drill).ended(ExecutionStatus.CANCELLED).changedNothing();
        }
    }

    /** Its servers were given up for the cancellation when the answer comes. */
    @Test
    void shouldTakeDownWhatALaunchStartedThatHungWhenTheDrillWasCancelled() {
        try (Drill drill = scenario().runBy(hanging::runtime).start()) {
            hanging.hang("startRecovery");
            drill.runUntil(Seen.wave("Fast", WaveStatus.COMPLETED));
            drill.execution().cancel("tester", "No longer wanted.");
            drill.runUntil(Seen.wave("Slow", WaveStatus.CANCELLED));
            hanging.release();
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.CANCELLED).leftNothing();
        }
    }

    private static DrillScenario scenario() {
        return drillOf(
                wave("Slow", "slow-1").in(SLOW).dependingOn(),
                wave("Fast", "fast-1").dependingOn());
    }
}
