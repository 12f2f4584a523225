package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopIntended;
import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LoadObserved;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine does not run for hours, and AWS goes on meanwhile: what went well is not failed for the lost time. */
class LongPauseTest {
    private static final Duration LONG = Duration.ofHours(8);

    static Stream<Named<Predicate<ExecutionEvent>>> moments() {
        return Stream.of(
                Named.of("action before the wave", Seen.actionStarted("Web", ActionPhase.PRE)),
                Named.of("launch", Seen.any(JobObserved.class)),
                Named.of("validation", Seen.wave("Web", WaveStatus.VALIDATING)),
                Named.of("action after the wave", Seen.actionStarted("Web", ActionPhase.POST)),
                Named.of("termination", Seen.any(TerminationAccepted.class)));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void shouldCompleteWhenItWasAwayForHours(Predicate<ExecutionEvent> moment) {
        try (Drill drill = drillOf(
                        wave("Web", "web-1", "web-2").before(action("Stop")).after(action("Check")))
                .start()) {
            drill.runUntil(moment);
            drill.simulator().clock().advance(LONG);
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
        }
    }

    static Stream<Named<Predicate<ExecutionEvent>>> steps() {
        return Stream.concat(
                moments(),
                Stream.of(
                        Named.of("start of an action", Seen.any(ActionIntended.class)),
                        Named.of("settings", Seen.wave("Web", WaveStatus.LAUNCHING)),
                        Named.of("look at other jobs", Seen.any(LoadObserved.class)),
                        Named.of("start of a launch", Seen.any(LaunchIntended.class))));
    }

    /** An undisturbed drill would have started what is missing, so it is started when the engine is back. */
    @ParameterizedTest
    @MethodSource("steps")
    void shouldCompleteWhenItIsResumedHoursLater(Predicate<ExecutionEvent> moment) {
        try (Drill drill = drillOf(
                        wave("Web", "web-1", "web-2").before(action("Stop")).after(action("Check")))
                .start()) {
            drill.runUntil(moment);
            drill.restartAfter(LONG);
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
            assertThat(drill.record().automations()).hasSize(2);
        }
    }

    @Test
    void shouldStopAnActionThatStillRunsHoursLater() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop")))
                .inWorld(world -> world.document("Stop", "\"result\": \"Hang\""))
                .start()) {
            drill.runUntil(Seen.actionStarted("Web", ActionPhase.PRE));
            drill.restartAfter(LONG);
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED).leftNothing();
            assertThat(RunningAutomations.of(drill)).isEmpty();
        }
    }

    /** It is asked to stop again, instead of being called unstoppable for the time that nobody asked. */
    @Test
    void shouldStopAnActionWhenTheEngineDiedWhileStoppingIt() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop")))
                .inWorld(world -> world.document("Stop", "\"result\": \"Hang\""))
                .failing(Fault.error("InternalServerError", 500)
                        .on("ssm", "StopAutomationExecution")
                        .times(1))
                .start()) {
            drill.runUntil(Seen.any(ActionStopIntended.class));
            drill.restartAfter(LONG);
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED).leftNothing();
            assertThat(RunningAutomations.of(drill)).isEmpty();
        }
    }

    @Test
    void shouldStillTakeEverythingDownWhenItIsResumedLongAfterCleanupBegan() {
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2")).start()) {
            drill.runUntil(Seen.any(CleanupBegun.class));
            drill.restartAfter(LONG);
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
        }
    }

    @Test
    void shouldFindALaunchInDoubtWhenItWasAwayForHours() {
        try (Drill drill = drillOf(wave("Web", "web-1"))
                .failing(Fault.of(FaultKind.LOSE_ANSWER)
                        .on("drs", "StartRecovery")
                        .times(1))
                .failing(Fault.error("InternalServerException", 500)
                        .on("drs", "DescribeJobs")
                        .skip(2)
                        .times(1))
                .start()) {
            drill.runUntil(Seen.any(LaunchIntended.class));
            drill.simulator().clock().advance(LONG);
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1")
                    .leftNothing();
        }
    }
}
