package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaveOrderTest {
    @Test
    void shouldLaunchIndependentWavesAtTheSameTime() {
        try (Drill drill = drillOf(
                        wave("One", "a-1"),
                        wave("Two", "b-1").dependingOn(),
                        wave("Last", "c-1").dependingOn("One", "Two"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("a-1", "b-1", "c-1")
                    .leftNothing();
            var calls = drill.record().calls("StartRecovery");
            assertThat(calls).hasSize(3);
            assertThat(calls.get(1).time()).isEqualTo(calls.get(0).time());
            assertThat(calls.get(2).time()).isAfter(calls.get(1).time().plus(Duration.ofMinutes(5)));
        }
    }

    @Test
    void shouldSkipWavesThatDependOnOneThatFailed() {
        try (Drill drill = drillOf(
                        wave("One", "a-1"),
                        wave("Two", "b-1"),
                        wave("Aside", "c-1").dependingOn())
                .failing(Fault.of(FaultKind.FAIL_LAUNCH).servers("a-1"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.PARTIAL)
                    .hasWave("One", WaveStatus.FAILED)
                    .hasWave("Two", WaveStatus.SKIPPED)
                    .hasWave("Aside", WaveStatus.COMPLETED)
                    .waveEndedBecause("Two", "Wave One")
                    .launchedOnce("c-1")
                    .leftNothing();
        }
    }

    @Test
    void shouldGoOnAfterAFailedWaveThatSaysSo() {
        try (Drill drill = drillOf(wave("One", "a-1").after(action("Report")).orElseContinue(), wave("Two", "b-1"))
                .failing(Fault.of(FaultKind.FAIL_LAUNCH).servers("a-1"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.PARTIAL)
                    .hasWave("One", WaveStatus.FAILED)
                    .hasWave("Two", WaveStatus.COMPLETED)
                    .leftNothing();
            assertThat(drill.record().automations()).hasSize(1);
        }
    }

    @Test
    void shouldWaitForApprovalBeforeAPausedWave() {
        try (Drill drill =
                drillOf(wave("One", "a-1"), wave("Two", "b-1").pausedBefore()).start()) {
            drill.runUntilItWaits();

            assertDrill(drill).ended(ExecutionStatus.PAUSED).hasWave("Two", WaveStatus.PAUSED);
            assertThat(drill.record().calls("StartRecovery")).hasSize(1);

            drill.execution().decidePause("Two", true, "tester");
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("a-1", "b-1")
                    .leftNothing();
        }
    }

    @Test
    void shouldCancelWhenApprovalIsDeclined() {
        try (Drill drill =
                drillOf(wave("One", "a-1"), wave("Two", "b-1").pausedBefore()).start()) {
            drill.runUntilItWaits();

            drill.execution().decidePause("Two", false, "tester");
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.CANCELLED)
                    .endedBecause("Two was not approved")
                    .hasWave("One", WaveStatus.COMPLETED)
                    .hasWave("Two", WaveStatus.CANCELLED)
                    .launchedOnce("a-1")
                    .leftNothing();
        }
    }

    @Test
    void shouldRefuseRequestsForAWaveThatThePlanDoesNotHave() {
        try (Drill drill =
                drillOf(wave("One", "a-1"), wave("Two", "b-1").pausedBefore()).start()) {
            drill.runUntilItWaits();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> drill.execution().decidePause("Tow", true, "tester"))
                    .withMessageContaining("one of One, Two")
                    .withMessageContaining("'Tow'");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> drill.execution().release("", "tester"))
                    .withMessageContaining("one of One, Two");

            drill.execution().decidePause("two", true, "tester");
            drill.run();
            assertDrill(drill).ended(ExecutionStatus.COMPLETED);
        }
    }

    @Test
    void shouldStartWavesOnlyWhenReleased() {
        try (Drill drill = drillOf(wave("One", "a-1"), wave("Two", "b-1"), wave("Three", "c-1"))
                .waveByWave()
                .start()) {
            drill.runUntilItWaits();

            assertDrill(drill).ended(ExecutionStatus.RUNNING).launchedOnce();

            drill.execution().release("One", "tester");
            drill.runUntilItWaits();

            assertDrill(drill).hasWave("One", WaveStatus.COMPLETED).hasWave("Two", WaveStatus.PENDING);

            drill.execution().release("Two", "tester");
            drill.execution().closeWaves("tester");
            drill.run();

            assertDrill(drill)
                    .hasWave("Two", WaveStatus.COMPLETED)
                    .hasWave("Three", WaveStatus.SKIPPED)
                    .launchedOnce("a-1", "b-1")
                    .leftNothing();
        }
    }
}
