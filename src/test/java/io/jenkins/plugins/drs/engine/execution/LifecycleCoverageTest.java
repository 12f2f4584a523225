package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.state.Lifecycles;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs scenarios that take every change of status which the transition tables allow: what none takes is not needed. */
class LifecycleCoverageTest {
    private static final TransitionLog LOG = new TransitionLog();

    @BeforeAll
    static void run() {
        LOG.follow(approved());
        LOG.follow(waitingForApproval().cancelWhen(Seen.wave("Web", WaveStatus.PAUSED)));
        LOG.follow(partialWithActions());
        LOG.follow(failing());
        LOG.follow(refusedTerminations());
        LOG.follow(launchInDoubtToTheEnd());
        LOG.follow(drillOf(wave("Web", "web-1")).as(Mode.CLEANUP).start());
        LOG.follow(drillOf(wave("Web", "web-1")).as(Mode.CHECK).start());
        for (WaveStatus status : new WaveStatus[] {
            WaveStatus.PRE_ACTIONS, WaveStatus.LAUNCHING, WaveStatus.VALIDATING, WaveStatus.POST_ACTIONS
        }) {
            LOG.follow(everyStep().start().cancelWhen(Seen.wave("Web", status)));
        }
        LOG.follow(everyStep().start().when(Seen.wave("Web", WaveStatus.POST_ACTIONS), run -> run.stop("tester")));
    }

    @Test
    void shouldExerciseEveryChangeOfAnExecution() {
        assertThat(LOG.missing(Lifecycles.EXECUTION)).isEmpty();
    }

    @Test
    void shouldExerciseEveryChangeOfAWave() {
        assertThat(LOG.missing(Lifecycles.WAVE)).isEmpty();
    }

    @Test
    void shouldExerciseEveryChangeOfAServer() {
        assertThat(LOG.missing(Lifecycles.SERVER)).isEmpty();
    }

    @Test
    void shouldExerciseEveryChangeOfAnInstance() {
        assertThat(LOG.missing(Lifecycles.INSTANCE)).isEmpty();
    }

    private static DrillScenario everyStep() {
        return drillOf(wave("Web", "web-1").before(action("Stop")).after(action("Check")), wave("Last", "last-1"));
    }

    private static Drill waitingForApproval() {
        return drillOf(wave("Web", "web-1").pausedBefore()).start();
    }

    private static Drill approved() {
        return waitingForApproval()
                .when(Seen.wave("Web", WaveStatus.PAUSED), run -> run.decidePause("Web", true, "tester"));
    }

    /** One server launches and one does not, before and after the actions that follow the launch. */
    private static Drill partialWithActions() {
        return drillOf(
                        wave("Web", "web-1", "web-2").orElseContinue().after(action("Check")),
                        wave("Early", "early-1", "early-2").dependingOn())
                .failing(
                        Fault.of(FaultKind.FAIL_LAUNCH).servers("web-1", "early-1"),
                        Fault.error("ConflictException", 409)
                                .on("drs", "StartRecovery")
                                .times(1))
                .start();
    }

    private static Drill failing() {
        return drillOf(
                        wave("Action", "a-1").before(action("Stop")),
                        wave("After", "b-1").dependingOn().after(action("Check")),
                        wave("Checks", "c-1").dependingOn(),
                        wave("Skipped", "d-1"))
                .inWorld(world ->
                        world.document("Stop", "\"result\": \"Failed\"").document("Check", "\"result\": \"Failed\""))
                .failing(Fault.of(FaultKind.FAIL_STATUS_CHECK).servers("c-1"))
                .start();
    }

    private static Drill refusedTerminations() {
        return drillOf(wave("Web", "web-1"))
                .failing(
                        Fault.of(FaultKind.REFUSE_TERMINATE).times(1),
                        Fault.of(FaultKind.ACCESS_DENIED)
                                .on("drs", "TerminateRecoveryInstances")
                                .skip(1))
                .start();
    }

    private static Drill launchInDoubtToTheEnd() {
        return drillOf(wave("Web", "web-1").within(Duration.ofMinutes(1)))
                .failing(
                        Fault.of(FaultKind.LOSE_ANSWER).on("drs", "StartRecovery"),
                        Fault.error("InternalServerException", 500)
                                .on("drs", "DescribeJobs")
                                .skip(2)
                                .times(40))
                .start();
    }
}
