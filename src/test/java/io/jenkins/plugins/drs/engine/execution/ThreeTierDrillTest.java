package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.InstanceTerminated;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.ServerEvent.SnapshotFound;
import io.jenkins.plugins.drs.engine.state.InstanceStage;
import io.jenkins.plugins.drs.engine.state.InstanceState;
import io.jenkins.plugins.drs.engine.state.WaveState;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThreeTierDrillTest {
    private static Drill drill;

    @BeforeAll
    static void run() {
        drill = drillOf(
                        wave("Database", "db-1", "db-2")
                                .before(action("StopWriters"))
                                .after(action("Promote")),
                        wave("Application", "app-1", "app-2").after(action("StartServices"), action("WarmUp")),
                        wave("Web", "web-1", "web-2"))
                .start()
                .run();
    }

    @AfterAll
    static void close() {
        drill.close();
    }

    @Test
    void shouldCompleteWithEveryServerValidated() {
        assertDrill(drill)
                .ended(ExecutionStatus.COMPLETED)
                .validated("db-1", "db-2", "app-1", "app-2", "web-1", "web-2");
        assertThat(drill.state().waves()).extracting(WaveState::status).containsOnly(WaveStatus.COMPLETED);
    }

    @Test
    void shouldLaunchEveryServerOnceWaveAfterWave() {
        assertDrill(drill).launchedOnce("db-1", "db-2", "app-1", "app-2", "web-1", "web-2");
        assertThat(drill.events(LaunchIntended.class))
                .extracting(LaunchIntended::wave)
                .containsExactly("Database", "Application", "Web");
        assertThat(drill.record().calls("StartRecovery")).hasSize(3);
        assertThat(drill.record().launches()).allMatch(LaunchEntry::drill);
    }

    @Test
    void shouldTellTheSnapshotThatEachInstanceWasMadeFrom() {
        assertThat(drill.events(SnapshotFound.class)).hasSize(6).allMatch(found -> found.snapshotId()
                .startsWith("pit-"));
    }

    @Test
    void shouldRunActionsInTheirOrderAroundLaunches() {
        var automations = drill.record().automations();

        assertThat(automations)
                .extracting(AutomationEntry::document)
                .containsExactly("StopWriters", "Promote", "StartServices", "WarmUp");
        assertThat(drill.events(ActionEnded.class))
                .extracting(ActionEnded::outcome)
                .containsOnly(ActionOutcome.SUCCEEDED);
        assertThat(automations.get(0).time()).isBefore(launchCall(0));
        assertThat(automations.get(1).time()).isAfter(launchCall(0)).isBefore(launchCall(1));
    }

    @Test
    void shouldLeaveNothingRunning() {
        assertDrill(drill).leftNothing();
        assertThat(drill.record().terminations()).hasSize(6);
        assertThat(drill.events(InstanceTerminated.class)).hasSize(6);
        assertThat(drill.state().instances()).extracting(InstanceState::stage).containsOnly(InstanceStage.GONE);
    }

    private static Instant launchCall(int index) {
        return drill.record().calls("StartRecovery").get(index).time();
    }
}
