package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CancelTest {
    private static DrillScenario scenario() {
        return drillOf(
                wave("Database", "db-1", "db-2").before(action("Stop")).after(action("Promote")), wave("Web", "web-1"));
    }

    static Stream<Named<Predicate<ExecutionEvent>>> moments() {
        return Stream.of(
                Named.of("preflight", Seen.any(TargetIdentified.class)),
                Named.of("before an action's start was answered", Seen.any(ActionIntended.class)),
                Named.of("action before the wave", Seen.actionStarted("Database", ActionPhase.PRE)),
                Named.of("before a launch was answered", Seen.any(LaunchIntended.class)),
                Named.of("launch", Seen.any(JobObserved.class)),
                Named.of("validation", Seen.wave("Database", WaveStatus.VALIDATING)),
                Named.of("action after the wave", Seen.actionStarted("Database", ActionPhase.POST)),
                Named.of("second wave", Seen.wave("Web", WaveStatus.LAUNCHING)),
                Named.of("cleanup", Seen.any(CleanupBegun.class)),
                Named.of("termination", Seen.any(TerminationAccepted.class)));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void shouldLeaveNothingRunningWheneverItIsCancelled(Predicate<ExecutionEvent> moment) {
        try (Drill drill = scenario().start().cancelWhen(moment)) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.CANCELLED)
                    .endedBecause("No longer wanted.")
                    .leftNothing();
            assertThat(RunningAutomations.of(drill)).isEmpty();
            assertThat(drill.state().waves())
                    .allMatch(wave ->
                            wave.status().ended() || drill.record().launches().isEmpty());
        }
    }

    @Test
    void shouldStopARunningAutomationBeforeItEndsTheWave() {
        try (Drill drill = scenario()
                .inWorld(world -> world.document("Stop", "\"result\": \"Hang\""))
                .start()
                .cancelWhen(Seen.actionStarted("Database", ActionPhase.PRE))) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.CANCELLED)
                    .hasWave("Database", WaveStatus.CANCELLED)
                    .hasWave("Web", WaveStatus.CANCELLED)
                    .launchedOnce();
            assertThat(drill.events(ActionEnded.class))
                    .extracting(ActionEnded::outcome)
                    .containsExactly(ActionOutcome.CANCELLED);
            assertThat(drill.record().calls("StopAutomationExecution")).hasSize(1);
        }
    }

    @Test
    void shouldNotStartAnAutomationAfterItWasCancelled() {
        try (Drill drill = scenario()
                .failing(Fault.of(FaultKind.THROTTLE)
                        .on("ssm", "StartAutomationExecution")
                        .times(2))
                .start()
                .cancelWhen(Seen.any(EffectFailed.class))) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.CANCELLED).leftNothing();
            assertThat(drill.record().automations()).isEmpty();
        }
    }

    @Test
    void shouldTakeDownWhatALaunchInDoubtStartedAfterAll() {
        try (Drill drill = scenario()
                .failing(Fault.of(FaultKind.LOSE_ANSWER)
                        .on("drs", "StartRecovery")
                        .times(1))
                .start()
                .cancelWhen(Seen.any(LaunchIntended.class))) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.CANCELLED)
                    .launchedOnce("db-1", "db-2")
                    .leftNothing();
            assertThat(drill.events(LaunchAccepted.class)).singleElement().matches(LaunchAccepted::found);
        }
    }

    @Test
    void shouldCancelOnceWhenAskedTwice() {
        try (Drill drill = scenario()
                .start()
                .cancelWhen(Seen.wave("Database", WaveStatus.LAUNCHING))
                .when(Seen.any(CleanupBegun.class), execution -> execution.cancel("other", "Me too."))) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.CANCELLED)
                    .endedBecause("No longer wanted.")
                    .leftNothing();
        }
    }
}
