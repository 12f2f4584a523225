package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotMade;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.Fault.FaultEffect;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobStart;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LostAnswerTest {
    @Test
    void shouldFindALaunchWhoseAnswerWasLostByItsTags() {
        try (Drill drill = scenario(lost("drs", "StartRecovery")).start()) {
            drill.run();

            assertCompletedOnce(drill);
            assertThat(drill.record().calls("StartRecovery")).hasSize(1);
            assertThat(drill.events(LaunchAccepted.class)).singleElement().matches(LaunchAccepted::found);
        }
    }

    /** 85 s: after the last look but one. */
    @ParameterizedTest
    @ValueSource(ints = {5, 40, 85, 89})
    void shouldFindALaunchThatIsListedOnlySecondsLater(int seconds) {
        Fault late = Fault.of(FaultKind.LATE_JOB)
                .on("drs", "StartRecovery")
                .times(1)
                .effect(new FaultEffect(null, null, null, null, null, seconds));

        try (Drill drill = scenario(lost("drs", "StartRecovery"), late).start()) {
            drill.run();

            assertCompletedOnce(drill);
            assertThat(drill.record().calls("StartRecovery")).hasSize(1);
        }
    }

    /** Both jobs carry the tags of the execution and its wave, and both answers are lost: only the attempt tells them apart. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellTheJobsOfTwoAttemptsApart(boolean resumed) {
        Fault late = Fault.of(FaultKind.LATE_JOB)
                .on("drs", "StartRecovery")
                .times(1)
                .effect(new FaultEffect(null, null, null, null, null, 40));
        try (Drill drill = scenario(lost("drs", "StartRecovery").times(2), late)
                .limitedTo(new QuotaLimits(2, 1, 2))
                .start()) {
            if (resumed) {
                drill.runUntil(Seen.any(LaunchIntended.class));
                drill.restartAfter(Duration.ofSeconds(20));
            }
            drill.run();

            assertCompletedOnce(drill);
            Map<String, String> jobs = drill.record().jobStarts().stream()
                    .filter(job -> job.tags().containsKey("DrsOrchestrationLaunch"))
                    .collect(Collectors.toMap(job -> job.tags().get("DrsOrchestrationLaunch"), JobStart::jobId));
            assertThat(drill.events(LaunchAccepted.class))
                    .hasSize(2)
                    .allMatch(LaunchAccepted::found)
                    .allSatisfy(accepted -> assertThat(jobs).containsEntry(accepted.launchId(), accepted.jobId()));
        }
    }

    @Test
    void shouldFindALaunchThoughJobsCannotBeListedForAWhile() {
        Fault unwell = Fault.error("InternalServerException", 500).on("drs", "DescribeJobs");

        try (Drill drill =
                scenario(lost("drs", "StartRecovery"), unwell.skip(2).times(9)).start()) {
            drill.run();

            assertCompletedOnce(drill);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"CUT_CONNECTION", "ERROR"})
    void shouldLaunchAgainOnceItIsCertainThatNothingWasLaunched(FaultKind kind) {
        try (Drill drill =
                scenario(Fault.of(kind).on("drs", "StartRecovery").times(1)).start()) {
            drill.run();

            assertCompletedOnce(drill);
            assertThat(drill.record().calls("StartRecovery")).hasSize(2);
            assertThat(drill.events(LaunchNotMade.class)).singleElement().satisfies(not -> assertThat(not.reason())
                    .contains("within 90 s"));
        }
    }

    @Test
    void shouldStartOneAutomationWhenTheAnswerToItsStartIsLost() {
        try (Drill drill = scenario(lost("ssm", "StartAutomationExecution")).start()) {
            drill.run();

            assertCompletedOnce(drill);
            assertThat(drill.record().calls("StartAutomationExecution")).hasSize(2);
            assertThat(drill.record().automations()).hasSize(1);
        }
    }

    @Test
    void shouldTerminateEverythingThoughTheAnswerIsLost() {
        try (Drill drill = scenario(lost("drs", "TerminateRecoveryInstances")).start()) {
            drill.run();

            assertCompletedOnce(drill);
            assertThat(drill.record().terminations()).hasSize(2);
        }
    }

    private static DrillScenario scenario(Fault... faults) {
        return drillOf(wave("Web", "web-1", "web-2").before(action("Stop"))).failing(faults);
    }

    private static Fault lost(String service, String operation) {
        return Fault.of(FaultKind.LOSE_ANSWER).on(service, operation).times(1);
    }

    private static void assertCompletedOnce(Drill drill) {
        assertDrill(drill)
                .ended(ExecutionStatus.COMPLETED)
                .launchedOnce("web-1", "web-2")
                .leftNothing();
    }
}
