package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CallEvent;
import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionResumed;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine dies with a prefix of its journal on the disk, and another one goes on from there. */
class ResumeTest {
    /** Everything in AWS takes a second, so that a drill has few looks and little but steps in its journal. */
    private static final String FAST = "\"timing\": {\"jitter\": 0, \"jobPending\": 1, \"cleanup\": 1, \"snapshot\": 1,"
            + " \"conversion\": 1, \"launch\": 1, \"ec2StatusOk\": 1, \"ssmOnline\": 1, \"terminate\": 1}";

    private static DrillScenario scenario() {
        return drillOf(
                        wave("Database", "db-1").before(action("Stop")),
                        wave("Web", "web-1", "web-2").after(action("Check")))
                .inWorld(world -> world.all(FAST)
                        .document("Stop", "\"durationSeconds\": 1")
                        .document("Check", "\"durationSeconds\": 1"));
    }

    @Test
    void shouldComeToTheSameEndWhereverItWasKilled() {
        int events;
        try (Drill undisturbed = scenario().start()) {
            events = undisturbed.run().recorded().size();
        }

        for (int killed = 1; killed < events; killed++) {
            try (Drill drill = scenario().start().killAndResumeAfter(killed)) {
                drill.run();

                assertThat(drill.events(ExecutionResumed.class))
                        .as("killed after event %s", killed)
                        .hasSize(1);
                assertSameEnd(drill);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Killed after event " + killed + ": " + e.getMessage(), e);
            }
        }
    }

    @Test
    void shouldComeToTheSameEndWhenKilledAgainAndAgain() {
        try (Drill drill = scenario().start()) {
            while (!drill.execution().isFinished()) {
                drill.killAndResumeAfter(drill.recorded().size() + 4).runUntilKilledOrFinished();
            }

            assertThat(drill.events(ExecutionResumed.class)).hasSizeGreaterThan(5);
            assertSameEnd(drill);
        }
    }

    /** Every fifth event will do: that each crash point alone is survived is shown above. */
    @Test
    void shouldNeitherLaunchTwiceNorLeaveAnythingWhenCrashAndTroubleComeTogether() {
        for (int killed = 3; killed < 120; killed += 5) {
            try (Drill drill = troubled().start().killAndResumeAfter(killed)) {
                drill.run();

                assertDrill(drill)
                        .ended(ExecutionStatus.PARTIAL)
                        .hasWave("Web", WaveStatus.PARTIAL)
                        .launchedOnce("db-1", "web-2")
                        .leftNothing();
                assertThat(drill.record().automations()).hasSize(1);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Killed after event " + killed + ": " + e.getMessage(), e);
            }
        }
    }

    private static DrillScenario troubled() {
        return scenario()
                .failing(
                        Fault.of(FaultKind.FAIL_LAUNCH).servers("web-1"),
                        Fault.of(FaultKind.LOSE_ANSWER)
                                .on("drs", "StartRecovery")
                                .times(1),
                        Fault.of(FaultKind.LOSE_ANSWER)
                                .on("ssm", "StartAutomationExecution")
                                .times(1),
                        Fault.of(FaultKind.LOSE_ANSWER)
                                .on("drs", "TerminateRecoveryInstances")
                                .times(1),
                        Fault.of(FaultKind.THROTTLE)
                                .on("drs", "DescribeJobs")
                                .skip(3)
                                .times(2));
    }

    @Test
    void shouldStillCancelAfterACrash() {
        try (Drill drill = scenario().start()) {
            drill.runUntil(Seen.any(JobObserved.class));
            drill.execution().cancel("tester", "No longer wanted.");
            drill.killAndResumeAfter(drill.recorded().size() + 1);
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.CANCELLED).leftNothing();
        }
    }

    @Test
    void shouldResumeInTheMiddleOfALaunchWhoseAnswerWasLost() {
        try (Drill drill = scenario()
                .failing(Fault.of(FaultKind.LOSE_ANSWER)
                        .on("drs", "StartRecovery")
                        .times(1))
                .start()) {
            drill.runUntil(event -> drill.record().calls("StartRecovery").size() == 1);
            drill.killAndResumeAfter(drill.recorded().size() + 1);
            drill.run();

            assertSameEnd(drill);
        }
    }

    @Test
    void shouldTellTheWholeStoryToTheListenerOfAResumedExecution() throws IOException {
        try (Drill drill = scenario().start().run()) {
            List<Object> heard = new ArrayList<>();

            drill.execution().close();
            Execution.resume(drill.journalFile(), DrillScenario.ORIGIN, drill.runtime(), heard::add)
                    .close();

            assertThat(heard).isEqualTo(drill.recorded());
        }
    }

    /** A call is made because of what was known before it, and after a resume because of that. */
    private static boolean hasTrueCause(RecordedEvent recorded, Drill drill) {
        if (!(recorded.event() instanceof CallMade call)) {
            return true;
        }
        long number = call.cause().orElseThrow();
        ExecutionEvent cause = drill.recorded().get((int) number - 1).event();
        boolean again = number > 1 && call.effect().startsWith("identify/");
        return number < recorded.sequence()
                && !(cause instanceof CallEvent)
                && (!again || cause instanceof ExecutionResumed);
    }

    private static void assertSameEnd(Drill drill) {
        assertThat(drill.recorded())
                .allSatisfy(it ->
                        assertThat(hasTrueCause(it, drill)).as("cause of " + it).isTrue());
        assertDrill(drill)
                .ended(ExecutionStatus.COMPLETED)
                .launchedOnce("db-1", "web-1", "web-2")
                .validated("db-1", "web-1", "web-2")
                .leftNothing();
        assertThat(drill.record().automations())
                .extracting(AutomationEntry::document)
                .containsExactly("Stop", "Check");
    }
}
