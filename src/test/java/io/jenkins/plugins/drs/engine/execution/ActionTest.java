package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionObserved;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionTest {
    @Test
    void shouldKeepWhatARunbookPutsOut() {
        try (Drill drill = drillOf(wave("Web", "web-1").after(action("Check")))
                .inWorld(world -> world.document("Check", "\"outputs\": {\"Check.Status\": [\"200\"]}"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED);
            assertThat(ended(drill).outputs()).isEqualTo(Map.of("Check.Status", List.of("200")));
        }
    }

    @Test
    void shouldFailTheWaveBeforeItsLaunchWhenAnActionFails() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop"), action("Never")))
                .inWorld(world ->
                        world.document("Stop", "\"result\": \"Failed\", \"failureMessage\": \"Service is stuck\""))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .hasWave("Web", WaveStatus.FAILED)
                    .waveEndedBecause("Web", "'Stop' before the wave failed")
                    .launchedOnce()
                    .leftNothing();
            assertThat(ended(drill).outcome()).isEqualTo(ActionOutcome.FAILED);
            assertThat(ended(drill).message()).contains("Service is stuck");
            assertThat(drill.record().automations()).hasSize(1);
        }
    }

    @Test
    void shouldGoOnAfterAFailedActionThatSaysSo() {
        try (Drill drill = drillOf(wave("Web", "web-1").after(action("Check").orElseContinue(), action("Report")))
                .inWorld(world -> world.document("Check", "\"result\": \"Failed\""))
                .start()) {
            drill.run();

            assertDrill(drill).hasWave("Web", WaveStatus.COMPLETED).leftNothing();
            assertThat(drill.record().automations()).hasSize(2);
        }
    }

    @Test
    void shouldFailTheWaveAndCleanUpWhenAnActionAfterTheLaunchFails() {
        try (Drill drill = drillOf(wave("Web", "web-1").after(action("Check")))
                .inWorld(world -> world.document("Check", "\"result\": \"Failed\""))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.PARTIAL)
                    .hasWave("Web", WaveStatus.FAILED)
                    .validated("web-1")
                    .leftNothing();
        }
    }

    @Test
    void shouldStopAnActionWhoseTimeIsUp() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop").within(Duration.ofMinutes(2))))
                .inWorld(world -> world.document("Stop", "\"result\": \"Hang\""))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .waveEndedBecause("Web", "took longer than 120 s and was stopped")
                    .leftNothing();
            assertThat(ended(drill).outcome()).isEqualTo(ActionOutcome.TIMED_OUT);
            var stopped = drill.record().calls("StopAutomationExecution");
            assertThat(stopped).hasSize(1);
            assertThat(Duration.between(
                            drill.record().automations().get(0).time(),
                            stopped.get(0).time()))
                    .isEqualTo(Duration.ofMinutes(2));
        }
    }

    @Test
    void shouldTellThatAnActionWaitsForApprovalAndGoOnOnceItIsGiven() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop")))
                .inWorld(world ->
                        world.document("Stop", "\"result\": \"WaitForApproval\", \"approvedAfterSeconds\": 100"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.events(ActionObserved.class))
                    .extracting(ActionObserved::status)
                    .anyMatch(status -> status.equals("Waiting") || status.equals("PendingApproval"));
        }
    }

    @Test
    void shouldStopAnActionThatNobodyApprovesInTime() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop").within(Duration.ofMinutes(3))))
                .inWorld(world -> world.document("Stop", "\"result\": \"WaitForApproval\""))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED).leftNothing();
            assertThat(ended(drill).outcome()).isEqualTo(ActionOutcome.TIMED_OUT);
            assertThat(drill.record().calls("StopAutomationExecution")).hasSize(1);
        }
    }

    @Test
    void shouldSayThatAnActionIsLeftRunningWhenItMayNotBeStopped() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop").within(Duration.ofMinutes(2))))
                .inWorld(world -> world.document("Stop", "\"result\": \"Hang\""))
                .failing(Fault.of(FaultKind.ACCESS_DENIED).on("ssm", "StopAutomationExecution"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED);
            saysThatTheAutomationIsLeft(drill);
        }
    }

    @Test
    void shouldSayThatAnActionMayBeRunningWhenItCannotBeWatched() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop")))
                .inWorld(world -> world.document("Stop", "\"result\": \"Hang\""))
                .failing(Fault.of(FaultKind.ACCESS_DENIED).on("ssm", "GetAutomationExecution"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED).hasWave("Web", WaveStatus.FAILED);
            saysThatTheAutomationIsLeft(drill);
        }
    }

    @Test
    void shouldSayThatAnActionMayBeRunningWhenNoAnswerToItsStartEverComes() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop")))
                .inWorld(world -> world.document("Stop", "\"result\": \"Hang\""))
                .failing(Fault.of(FaultKind.LOSE_ANSWER).on("ssm", "StartAutomationExecution"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED);
            assertThat(drill.record().automations()).hasSize(1);
            assertThat(drill.events(LeftBehind.class)).singleElement().satisfies(left -> assertThat(left.id())
                    .isEqualTo(drill.record().automations().get(0).clientToken()));
        }
    }

    @Test
    void shouldNameAnActionWhoseFirstStartIsInDoubtWhenAwsRefusesToRepeatIt() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop")))
                .inWorld(world -> world.document("Stop", "\"result\": \"Hang\""))
                .failing(Fault.of(FaultKind.LOSE_ANSWER)
                        .on("ssm", "StartAutomationExecution")
                        .times(1))
                .failing(Fault.of(FaultKind.ACCESS_DENIED).on("ssm", "StartAutomationExecution"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED);
            assertThat(drill.record().automations()).hasSize(1);
            assertThat(drill.events(LeftBehind.class)).singleElement().satisfies(left -> {
                assertThat(left.id())
                        .isEqualTo(drill.record().automations().get(0).clientToken());
                assertThat(left.reason()).startsWith("Whether it was started is not known");
            });
        }
    }

    @Test
    void shouldNotLaunchWhenAnActionMayNotBeStarted() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop")))
                .failing(Fault.of(FaultKind.ACCESS_DENIED).on("ssm", "StartAutomationExecution"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED).launchedOnce().leftNothing();
            assertThat(ended(drill).outcome()).isEqualTo(ActionOutcome.NOT_RUN);
            assertThat(ended(drill).message()).contains("Allow ssm:StartAutomationExecution");
        }
    }

    private static void saysThatTheAutomationIsLeft(Drill drill) {
        assertThat(drill.events(LeftBehind.class)).singleElement().satisfies(left -> {
            assertThat(left.kind()).isEqualTo(RemnantKind.AUTOMATION);
            assertThat(left.id()).isEqualTo(drill.record().automations().get(0).executionId());
            assertThat(left.asked()).isFalse();
        });
    }

    private static ActionEnded ended(Drill drill) {
        return drill.events(ActionEnded.class).get(0);
    }
}
