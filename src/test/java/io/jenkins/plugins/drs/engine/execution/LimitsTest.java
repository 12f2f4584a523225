package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static io.jenkins.plugins.drs.engine.execution.TestWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @Test
    void shouldLaunchAWaveOf250ServersInThreeJobs() {
        try (Drill drill = drillOf(wave("Web", 250)).start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().launches())
                    .hasSize(250)
                    .extracting(LaunchEntry::sourceServerId)
                    .doesNotHaveDuplicates();
            assertThat(drill.events(LaunchIntended.class))
                    .extracting(intended -> intended.sourceServerIds().size())
                    .containsExactly(100, 100, 50);
            assertThat(drill.record().calls("TerminateRecoveryInstances")).hasSize(3);
        }
    }

    @Test
    void shouldWaitForOtherPeoplesJobsToEnd() {
        String job = "{\"servers\": 5, \"startSeconds\": 0, \"durationSeconds\": 300}";
        String jobs = (job + ",").repeat(19) + job;

        try (Drill drill = drillOf(wave("Web", "web-1"))
                .inWorld(world -> world.region("\"foreignJobs\": [" + jobs + "]"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1")
                    .leftNothing();
            assertThat(drill.record().calls("StartRecovery")).hasSize(1);
            assertThat(drill.record().peak(TestWorld.ACCOUNT, TestWorld.REGION).jobs())
                    .isEqualTo(20);
        }
    }

    @Test
    void shouldFillWhatOtherPeopleLeaveOfTheServersInAllJobs() {
        try (Drill drill = drillOf(wave("Web", 30))
                .inWorld(world -> world.region("\"foreignJobs\": [{\"servers\": 480, \"durationSeconds\": 900}]"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.events(LaunchIntended.class))
                    .extracting(intended -> intended.sourceServerIds().size())
                    .containsExactly(20, 10);
            assertThat(drill.record().peak(TestWorld.ACCOUNT, TestWorld.REGION).servers())
                    .isLessThanOrEqualTo(500);
        }
    }

    @Test
    void shouldLaunchTheOthersWhileOneServerIsInAnotherJob() {
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2").before(action("Stop")))
                .inWorld(world -> world.region("\"foreignJobs\": [{\"sourceServers\": [\"web-1\"],"
                        + " \"startSeconds\": 5, \"durationSeconds\": 400}]"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
            assertThat(drill.events(LaunchIntended.class))
                    .extracting(LaunchIntended::sourceServerIds)
                    .containsExactly(List.of(id("web-2")), List.of(id("web-1")));
            assertThat(drill.record().calls("StartRecovery")).hasSize(2);
        }
    }

    @Test
    void shouldWaitOutConflictsAndQuotas() {
        try (Drill drill = drillOf(wave("Web", "web-1"))
                .failing(
                        Fault.error("ConflictException", 409)
                                .on("drs", "StartRecovery")
                                .times(3),
                        Fault.error("ServiceQuotaExceededException", 402)
                                .on("drs", "StartRecovery")
                                .times(3))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1")
                    .leftNothing();
            assertThat(drill.record().calls("StartRecovery")).hasSize(7);
        }
    }

    @Test
    void shouldGiveUpWhenConflictsOutlastTheWavesTime() {
        try (Drill drill = drillOf(wave("Web", "web-1").within(Duration.ofMinutes(10)))
                .failing(Fault.error("ConflictException", 409).on("drs", "StartRecovery"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .hasWave("Web", WaveStatus.FAILED)
                    .launchedOnce()
                    .leftNothing();
            assertThat(drill.events(ServerFailed.class)).singleElement().satisfies(failed -> {
                assertThat(failed.stage()).isEqualTo(FailureStage.START);
                assertThat(failed.reason()).contains("ConflictException");
            });
            assertThat(Duration.between(
                            drill.state().startedAt(), drill.simulator().clock().now()))
                    .isLessThanOrEqualTo(Duration.ofMinutes(11));
        }
    }

    @Test
    void shouldEndAtOnceWithWhatToChangeWhenALaunchIsDenied() {
        try (Drill drill = drillOf(wave("Web", "web-1"))
                .failing(Fault.error("AccessDeniedException", 403).on("drs", "StartRecovery"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED).launchedOnce().leftNothing();
            assertThat(drill.record().calls("StartRecovery")).hasSize(1);
            assertThat(drill.events(ServerFailed.class)).singleElement().satisfies(failed -> assertThat(failed.reason())
                    .contains("Allow drs:StartRecovery"));
        }
    }

    @Test
    void shouldRunAWaveLargerThanTheAccountsLimitsInAsFewJobsAsPossible() {
        try (Drill drill = drillOf(wave("Web", 750)).start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().launches())
                    .hasSize(750)
                    .extracting(LaunchEntry::sourceServerId)
                    .doesNotHaveDuplicates();
            assertThat(drill.record().calls("StartRecovery")).hasSize(8);
            assertThat(drill.record().calls("TerminateRecoveryInstances")).hasSize(8);
            assertThat(drill.record().calls()).noneMatch(call -> call.outcome().contains("Quota"));
            assertThat(drill.record().peak(TestWorld.ACCOUNT, TestWorld.REGION).servers())
                    .isEqualTo(500);
            assertThat(drill.state().checks())
                    .anyMatch(check -> check.message().contains("750 servers are launched in 8 jobs"));
        }
    }

    /** Few jobs at once, or few servers in all of them: no wave is ever ahead of another by more than one job. */
    @ParameterizedTest
    @CsvSource({"3, 5, 500", "20, 5, 15"})
    void shouldLetNoWaveGetAheadOfOthersThatWait(int jobs, int serversPerJob, int serversInAllJobs) {
        List<String> waves = List.of("Big", "Middle", "Small");
        try (Drill drill = drillOf(
                        wave("Big", 20).dependingOn().within(Duration.ofHours(5)),
                        wave("Middle", 20).dependingOn().within(Duration.ofHours(5)),
                        wave("Small", 10).dependingOn().within(Duration.ofHours(5)))
                .limitedTo(new QuotaLimits(jobs, serversPerJob, serversInAllJobs))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            List<String> order = drill.events(LaunchIntended.class).stream()
                    .map(LaunchIntended::wave)
                    .toList();
            assertThat(order).hasSize(10);
            for (int launched = 1; launched <= 6; launched++) { // then the small one has had all of its jobs
                List<String> first = order.subList(0, launched);
                double fair = launched / 3.0;
                assertThat(waves.stream().map(wave -> Collections.frequency(first, wave)))
                        .as("jobs of each wave among the first %s", launched)
                        .allMatch(count -> Math.abs(count - fair) <= 1);
            }
            assertThat(drill.record().peak(TestWorld.ACCOUNT, TestWorld.REGION).servers())
                    .isLessThanOrEqualTo(serversInAllJobs);
        }
    }

    @Test
    void shouldShareTheLimitsBetweenWavesThatLaunchAtTheSameTime() {
        try (Drill drill =
                drillOf(wave("Big", 500), wave("Small", 100).dependingOn()).start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.events(LaunchIntended.class).subList(0, 5))
                    .extracting(LaunchIntended::wave)
                    .contains("Small");
        }
    }
}
