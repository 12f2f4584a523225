package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.TerminationEntry.Cause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Drill instances that are on the servers of a plan already. */
class LeftoversTest {
    @Test
    void shouldRefuseToReplaceWhatAnExecutionHasThatIsNotKnownToHaveEnded() {
        try (Drill running = drillOf(wave("Web", "web-1"), wave("App", "app-1").pausedBefore())
                        .start();
                Drill second = shop().named("Shop", "execution-2").startAfter(running)) {
            running.runUntilItWaits();
            second.run();

            assertDrill(second)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblem("web-1", "execution execution-1, which is not known to have ended");
            assertThat(second.state().checks())
                    .filteredOn(check -> check.message().contains("execution-1"))
                    .allSatisfy(check -> assertThat(check.remedy())
                            .contains("./drs cleanup FILE --plan \"Shop\"", "drsCleanup", "--replace-leftovers"));
            running.execution().decidePause("App", true, "tester");
            running.run();
            assertDrill(running).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(replaced(running)).isEmpty();
        }
    }

    @Test
    void shouldNotReplaceTheInstancesOfARunningExecutionAlthoughAskedTo() {
        try (Drill running = shop().start().runUntil(Seen.wave("Web", WaveStatus.COMPLETED));
                Drill second = shop().named("Other shop", "execution-2")
                        .replacingLeftovers()
                        .besides("execution-1")
                        .startAfter(running)) {
            second.run();

            assertDrill(second)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblem("web-1", "execution execution-1 on this host, which is running");
            assertThat(replaced(running)).isEmpty();
        }
    }

    /** Of an execution on another machine a host knows nothing, but AWS shows its jobs. */
    @Test
    void shouldSayThatAJobStillRunsOfAnExecutionWhoseProcessIsNotKnown() {
        try (Drill running = shop().start().runUntil(Seen.wave("App", WaveStatus.LAUNCHING));
                Drill second = drillOf(wave("Web", "web-1"))
                        .named("Web", "execution-2")
                        .replacingLeftovers()
                        .startAfter(running)) {
            while (running.record().jobStarts().size() < 2) {
                running.step();
            }
            second.run();

            assertDrill(second)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblem(
                            "web-1",
                            "execution execution-1, which is not known to have ended. A job of it still runs in AWS");
        }
    }

    @Test
    void shouldReplaceWhatAnEndedExecutionLeftOnlyWhenAskedTo() {
        try (Drill left = shop().keepingInstances().start().run();
                Drill refused =
                        shop().named("Shop", "execution-2").startAfter(left).run();
                Drill asked =
                        shop().named("Shop", "execution-3").replacingLeftovers().startAfter(left)) {
            assertDrill(refused).ended(ExecutionStatus.FAILED);
            assertThat(replaced(left)).isEmpty();

            asked.run();

            assertDrill(asked).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(replaced(left)).hasSize(2);
        }
    }

    /** The list of instances is one from before the launch, as something on the way or AWS itself may give it. */
    @Test
    void shouldNotTakeWhatItReplacedForWhatReplacedIt() {
        AtomicReference<String> before = new AtomicReference<>();
        AtomicInteger launched = new AtomicInteger();
        try (Drill left =
                        drillOf(wave("Web", "web-1")).keepingInstances().start().run();
                Drill asked = drillOf(wave("Web", "web-1"))
                        .named("Shop", "execution-2")
                        .replacingLeftovers()
                        .answering((operation, text) -> {
                            if (!operation.equals("DescribeRecoveryInstances")) {
                                return text;
                            }
                            before.compareAndSet(null, text);
                            boolean isNew = !text.contains(instance(before.get()));
                            return isNew && launched.incrementAndGet() == 1 ? before.get() : text;
                        })
                        .startAfter(left)) {
            asked.run();

            assertThat(launched.get()).isPositive();
            assertThat(asked.events(ServerFailed.class)).isEmpty();
            assertDrill(asked).ended(ExecutionStatus.COMPLETED).leftNothing();
        }
    }

    private static String instance(String text) {
        return text.replaceFirst("(?s).*\"recoveryInstanceID\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    /** Its job is no longer among those of a day before the newest. */
    @Test
    void shouldKnowTheExecutionOfAnInstanceFromWeeksAgo() {
        try (Drill left = shop().keepingInstances().start().run()) {
            left.simulator().clock().advance(Duration.ofDays(20));
            try (Drill newer = drillOf(wave("App-2", "app-2"))
                            .named("Apps", "execution-2")
                            .startAfter(left)
                            .run();
                    Drill third = shop().named("Shop", "execution-3").startAfter(left)) {
                assertDrill(newer).ended(ExecutionStatus.COMPLETED);

                third.run();

                assertDrill(third).foundProblem("web-1", "execution execution-1");
            }
        }
    }

    @Test
    void shouldReplaceAnInstanceThatNoExecutionLaunchedOnlyWhenAskedTo() {
        DrillScenario check = drillOf(wave("Web", "web-1"))
                .inWorld(world -> world.server("web-1", "\"existingRecoveryInstance\": {\"isDrill\": true}"))
                .as(Mode.CHECK);
        try (Drill refused = check.start().run();
                Drill asked = drillOf(wave("Web", "web-1"))
                        .named("Shop", "execution-2")
                        .as(Mode.CHECK)
                        .replacingLeftovers()
                        .startAfter(refused)) {
            assertDrill(refused)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblem("web-1", "left by another tool")
                    .changedNothing();

            asked.run();

            assertDrill(asked).ended(ExecutionStatus.COMPLETED).changedNothing();
            assertThat(warnings(asked)).singleElement().asString().contains("The launch will replace it");
        }
    }

    @Test
    void shouldNotLetARehearsalStandInTheWayOfARealRecovery() {
        try (Drill left = shop().keepingInstances().start().run();
                Drill recovery =
                        shop().named("Shop", "execution-2").as(Mode.RECOVERY).startAfter(left)) {
            recovery.run();

            assertDrill(recovery).ended(ExecutionStatus.COMPLETED).leftJust("web-1", "app-1");
        }
    }

    private static DrillScenario shop() {
        return drillOf(wave("Web", "web-1"), wave("App", "app-1")).inWorld(world -> world.alsoServer("app-2", "App-2"));
    }

    private static List<String> warnings(Drill drill) {
        return drill.state().checks().stream()
                .filter(check -> check.status() == CheckStatus.WARNING)
                .map(Check::message)
                .toList();
    }

    private static List<String> replaced(Drill drill) {
        return drill.record().terminations().stream()
                .filter(gone -> gone.cause() == Cause.REPLACED)
                .map(gone -> gone.instanceId())
                .toList();
    }
}
