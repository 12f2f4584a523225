package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.RunOptions.HostFindings;
import io.jenkins.plugins.drs.engine.event.WaveEvent.PauseDecided;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import org.junit.jupiter.api.Test;

/** A recovery that nobody asked for who counts launches nothing until a person has confirmed. */
class ConfirmationTest {
    private static DrillScenario recovery() {
        return drillOf(
                        wave("Database", "db-1").dependingOn().before(action("Stop")),
                        wave("Web", "web-1").dependingOn())
                .as(Mode.RECOVERY)
                .whereHostFound(HostFindings.NONE.askingToConfirm());
    }

    @Test
    void shouldChangeNothingBeforeAPersonConfirms() {
        try (Drill drill = recovery().start()) {
            drill.runUntilItWaits();

            assertThat(drill.state().status()).isEqualTo(ExecutionStatus.PAUSED);
            assertThat(drill.state().wave("Database").status()).isEqualTo(WaveStatus.PAUSED);
            assertThat(drill.state().wave("Web").status()).isEqualTo(WaveStatus.PENDING);
            assertDrill(drill).changedNothing();
        }
    }

    @Test
    void shouldRecoverAllWavesOnceAPersonHasConfirmedAndRemembersWho() {
        try (Drill drill = recovery().start()) {
            drill.runUntilItWaits().execution().decidePause("Database", true, "alice");
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftJust("db-1", "web-1");
            assertThat(drill.events(PauseDecided.class)).containsExactly(new PauseDecided("Database", true, "alice"));
        }
    }

    @Test
    void shouldEndWithoutALaunchWhenAPersonSaysNo() {
        try (Drill drill = recovery().start()) {
            drill.runUntilItWaits().execution().decidePause("Database", false, "alice");
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.CANCELLED).changedNothing();
        }
    }
}
