package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static io.jenkins.plugins.drs.engine.execution.TestWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.Fault.FaultEffect;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFailureTest {
    @ParameterizedTest
    @CsvSource({"FAIL_SNAPSHOT, SNAPSHOT_FAIL", "FAIL_CONVERSION, CONVERSION_FAIL", "FAIL_LAUNCH, LAUNCH_FAILED"})
    void shouldEndAWavePartialWhenOneOfItsServersFails(FaultKind phase, String logged) {
        var disk = new FaultEffect(null, null, "Disk /dev/sdb is out of order", null, null);

        try (Drill drill = drillOf(wave("Database", "db-1", "db-2"), wave("Web", "web-1"))
                .failing(Fault.of(phase).servers("db-1").effect(disk))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.PARTIAL)
                    .endedBecause("1 of 3 servers was recovered.")
                    .hasWave("Database", WaveStatus.PARTIAL)
                    .hasWave("Web", WaveStatus.SKIPPED)
                    .launchedOnce("db-2")
                    .leftNothing();
            assertThat(drill.events(ServerFailed.class).get(0)).satisfies(failed -> {
                assertThat(failed.sourceServerId()).isEqualTo(id("db-1"));
                assertThat(failed.stage()).isEqualTo(FailureStage.LAUNCH);
                assertThat(failed.reason()).contains(logged + ": ", "Disk /dev/sdb is out of order");
            });
        }
    }

    @Test
    void shouldFailAServerWhoseStatusChecksDoNotPass() {
        try (Drill drill = drillOf(wave("Database", "db-1", "db-2"))
                .failing(Fault.of(FaultKind.FAIL_STATUS_CHECK).servers("db-1"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.PARTIAL)
                    .hasWave("Database", WaveStatus.PARTIAL)
                    .launchedOnce("db-1", "db-2")
                    .validated("db-2")
                    .leftNothing();
            assertThat(drill.events(ServerFailed.class)).singleElement().satisfies(failed -> assertThat(failed.reason())
                    .contains("within 900 s", "impaired"));
        }
    }

    @Test
    void shouldFailAServerWhoseAgentNeverComesOnline() {
        try (Drill drill = drillOf(wave("Database", "db-1", "db-2")
                        .validated(new ValidationPolicy(true, true, Duration.ofMinutes(10))))
                .failing(Fault.of(FaultKind.SSM_NEVER_ONLINE).servers("db-1"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.PARTIAL).validated("db-2").leftNothing();
            assertThat(drill.events(ServerFailed.class)).singleElement().satisfies(failed -> assertThat(failed.reason())
                    .contains("within 600 s", "SSM agent not online"));
        }
    }

    @Test
    void shouldNotAskForTheAgentWhenThePlanDoesNot() {
        try (Drill drill = drillOf(wave("Database", "db-1"))
                .failing(Fault.of(FaultKind.SSM_NEVER_ONLINE))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED);
            assertThat(drill.record().calls("DescribeInstanceInformation")).isEmpty();
        }
    }

    @Test
    void shouldGiveUpAServerWhoseJobHangsAndSayThatTheJobIsLeft() {
        try (Drill drill = drillOf(wave("Database", "db-1", "db-2").within(Duration.ofMinutes(20)))
                .failing(Fault.of(FaultKind.HANG_JOB).servers("db-1"))
                .cleaningUpWithin(Duration.ofMinutes(30))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.PARTIAL)
                    .hasWave("Database", WaveStatus.PARTIAL)
                    .validated("db-2");
            assertThat(drill.events(ServerFailed.class)).singleElement().satisfies(failed -> assertThat(failed.reason())
                    .contains("within the wave's 1200 s"));
            assertThat(drill.events(LeftBehind.class))
                    .filteredOn(left -> left.kind() == RemnantKind.JOB)
                    .hasSize(1);
        }
    }

    @Test
    void shouldTerminateAServerThatWasLaunchedAfterItsWaveGaveItUp() {
        try (Drill drill = drillOf(wave("Database", "db-1", "db-2").within(Duration.ofMinutes(20)))
                .inWorld(world -> world.server("db-1", "\"launchSeconds\": 1800"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.PARTIAL)
                    .hasWave("Database", WaveStatus.PARTIAL)
                    .launchedOnce("db-1", "db-2")
                    .validated("db-2")
                    .leftNothing();
            assertThat(drill.record().terminations()).hasSize(2);
        }
    }

    @Test
    void shouldGoOnWhenOnlyTheJobLogCannotBeRead() {
        try (Drill drill = drillOf(wave("Database", "db-1"))
                .failing(Fault.of(FaultKind.ACCESS_DENIED).on("drs", "DescribeJobLogItems"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
        }
    }
}
