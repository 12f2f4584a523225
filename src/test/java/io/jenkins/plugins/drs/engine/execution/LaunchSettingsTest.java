package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static io.jenkins.plugins.drs.engine.execution.TestWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingChange;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsAligned;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings.LaunchDisposition;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings.RightSizing;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaunchSettingsTest {
    static final LaunchSettings WANTED = new LaunchSettings(
            Optional.of("m5.xlarge"),
            Optional.empty(),
            List.of("sg-0a1b2c3d4e5f60001", "sg-0a1b2c3d4e5f60002"),
            Optional.empty(),
            Optional.of(LaunchDisposition.STARTED),
            Optional.empty(),
            Optional.of(true),
            Optional.of(RightSizing.NONE),
            Optional.empty());

    /** How a server must be so that nothing is left to change; security groups are in another order. */
    private static final String AS_WANTED = "\"launchConfiguration\": {\"launchDisposition\": \"STARTED\","
            + " \"targetInstanceTypeRightSizingMethod\": \"NONE\", \"copyTags\": true},"
            + " \"launchTemplate\": {\"instanceType\": \"m5.xlarge\","
            + " \"securityGroupIds\": [\"sg-0a1b2c3d4e5f60002\", \"sg-0a1b2c3d4e5f60001\"]}";

    private static final String NETWORK = "\"securityGroups\": [{\"groupId\": \"sg-0a1b2c3d4e5f60001\"},"
            + " {\"groupId\": \"sg-0a1b2c3d4e5f60002\"}]";

    @Test
    void shouldChangeSettingsOnlyOfServersThatDiffer() {
        try (Drill drill = drillOf(wave("Database", "db-1", "db-2").launchedWith(WANTED))
                .inWorld(world -> world.region(NETWORK).server("db-1", AS_WANTED))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("db-1", "db-2")
                    .leftNothing();
            assertThat(changes(drill, "db-1")).isEmpty();
            assertThat(changes(drill, "db-2"))
                    .extracting(SettingChange::setting)
                    .contains("instanceType");
            assertThat(drill.record().calls("UpdateLaunchConfiguration")).hasSize(1);
            assertThat(drill.record().calls("CreateLaunchTemplateVersion")).hasSize(1);
            assertThat(drill.record().calls("ModifyLaunchTemplate")).hasSize(1);
        }
    }

    @Test
    void shouldTouchNoSettingsWhenThePlanHasNone() {
        try (Drill drill = drillOf(wave("Database", "db-1")).start()) {
            drill.run();

            assertThat(drill.record().calls("GetLaunchConfiguration")).isEmpty();
            assertThat(drill.record().calls("UpdateLaunchConfiguration")).isEmpty();
        }
    }

    @Test
    void shouldGiveUpServersWhoseSettingsCannotBeApplied() {
        try (Drill drill = drillOf(wave("Database", "db-1", "db-2").launchedWith(WANTED))
                .inWorld(world -> world.region(NETWORK).server("db-1", AS_WANTED))
                .failing(Fault.of(FaultKind.ACCESS_DENIED).on("drs", "UpdateLaunchConfiguration"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.PARTIAL)
                    .hasWave("Database", WaveStatus.PARTIAL)
                    .launchedOnce("db-1")
                    .leftNothing();
            assertThat(drill.events(ServerFailed.class)).singleElement().satisfies(failed -> assertThat(failed.reason())
                    .contains("launch settings", "drs:UpdateLaunchConfiguration", "Allow"));
        }
    }

    @Test
    void shouldTakeAServerThatIsToStayStoppedForRecovered() {
        var stopped = new LaunchSettings(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(LaunchDisposition.STOPPED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        try (Drill drill =
                drillOf(wave("Database", "db-1").launchedWith(stopped)).start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .validated("db-1")
                    .leftNothing();
        }
    }

    @Test
    void shouldTagEveryJobWithPlanWaveAndExecution() {
        try (Drill drill = drillOf(wave("Database", "db-1"), wave("Web", "web-1"))
                .named("Shop", "run-7")
                .start()) {
            drill.run();

            var tags = drill.events(LaunchIntended.class).stream()
                    .map(LaunchIntended::tags)
                    .toList();
            assertThat(tags).allSatisfy(one -> assertThat(one)
                    .containsEntry("RecoveryPlan", "Shop")
                    .containsEntry("ExecutionType", "Drill")
                    .containsEntry("DrsOrchestrationExecution", "run-7"));
            assertThat(tags.get(0)).containsEntry("Wave", "Database");
            assertThat(tags.get(1)).containsEntry("Wave", "Web");
            assertThat(JobTags.of(drill)).containsExactlyInAnyOrderElementsOf(tags);
        }
    }

    private static List<SettingChange> changes(Drill drill, String hostname) {
        return drill.events(SettingsAligned.class).stream()
                .filter(aligned -> aligned.sourceServerId().equals(id(hostname)))
                .findFirst()
                .orElseThrow()
                .changes();
    }
}
