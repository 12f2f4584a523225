package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static io.jenkins.plugins.drs.engine.execution.TestWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.TerminationEntry.Cause;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two executions on the same servers, or two processes on one execution, on machines that know nothing of each other. */
class TwoAtOnceTest {
    @Test
    void shouldLeaveServersToTheExecutionThatLaunchesThemSincePreflight() {
        try (Drill first = drillOf(wave("Web", "web-1"))
                        .named("First", "execution-1")
                        .start();
                Drill second = drillOf(wave("Web", "web-1"))
                        .named("Second", "execution-2")
                        .startAfter(first)) {
            second.when(WavesBegun.class::isInstance, running -> first.runUntil(LaunchAccepted.class::isInstance));

            second.run();
            first.run();

            assertThat(second.events(ServerFailed.class)).singleElement().satisfies(failed -> assertThat(
                            failed.reason())
                    .contains("Execution execution-1 launched it in job"));
            assertDrill(second).ended(ExecutionStatus.FAILED);
            assertDrill(first).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(replaced(first)).isEmpty();
        }
    }

    /** Its job is over when the second comes to the wave, and its instance is up. */
    @Test
    void shouldNotReplaceWhatAnotherExecutionLaunchedSincePreflight() {
        try (Drill second = drillOf(wave("Web", "web-1").before(action("Stop").within(Duration.ofHours(2))))
                        .named("Second", "execution-2")
                        .inWorld(world -> world.document("Stop", "\"durationSeconds\": 3000"))
                        .start();
                Drill first = drillOf(wave("Web", "web-1"))
                        .named("First", "execution-1")
                        .keepingInstances()
                        .startAfter(second)) {
            second.runUntil(Seen.wave("Web", WaveStatus.PRE_ACTIONS));
            first.run();

            second.run();

            assertDrill(first).ended(ExecutionStatus.COMPLETED);
            assertThat(second.events(ServerFailed.class))
                    .singleElement()
                    .satisfies(failed -> assertThat(failed.reason()).contains("Execution execution-1 launched it"));
            assertDrill(second).ended(ExecutionStatus.FAILED).leftJust("web-1");
            assertThat(replaced(first)).isEmpty();
        }
    }

    /** It happens all the same where somebody uses an older version, or the console. */
    @Test
    void shouldSayWhoReplacedAnInstance() {
        try (Drill first = drillOf(wave("Web", "web-1")).start()) {
            first.runUntil(InstanceFound.class::isInstance);
            try (Drill second = drillOf(wave("Web", "web-1"))
                    .named("Second", "execution-2")
                    .replacingLeftovers()
                    .startAfter(first)) {
                second.runUntil(LaunchAccepted.class::isInstance);

                first.run();

                assertThat(first.events(ServerFailed.class)).singleElement().satisfies(failed -> assertThat(
                                failed.reason())
                        .contains("was replaced by", "of execution execution-2 launched")
                        .doesNotContain("not healthy"));
            }
        }
    }

    @Test
    void shouldStopWhenAnotherProcessRunsACopyOfItsJournal() {
        DrillScenario shop = shop();
        try (Drill original = shop.start().runUntil(Seen.wave("Web", WaveStatus.COMPLETED));
                Drill copy = Drill.resumeCopyOf(original)) {
            original.runUntil(event -> event instanceof LaunchAccepted accepted
                    && accepted.launchId().endsWith("-L2"));
            String job = original.events(LaunchAccepted.class).get(1).jobId();

            copy.run();
            original.run();

            assertThat(finished(copy).status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(finished(copy).reason()).contains("Another process runs execution execution-1", job);
            assertThat(copy.events(LeftBehind.class))
                    .extracting(LeftBehind::id)
                    .contains(
                            job,
                            original.state()
                                    .servers()
                                    .iterator()
                                    .next()
                                    .instanceId()
                                    .orElseThrow());
            assertThat(copy.record().calls("StartRecovery")).hasSize(2);
            assertDrill(original).ended(ExecutionStatus.COMPLETED).leftNothing();
        }
    }

    /** They come to the launch at the same moment, so that neither sees the other before it. */
    @Test
    void shouldStopBothWhenBothLaunched() {
        DrillScenario shop = shop();
        try (Drill original = shop.start().runUntil(Seen.wave("Web", WaveStatus.COMPLETED));
                Drill copy = Drill.resumeCopyOf(original)) {
            for (int round = 0; round < 400 && !(over(original) && over(copy)); round++) {
                Drill.together(original, copy);
            }

            assertThat(original.record().jobStarts().stream()
                            .filter(job -> job.purpose().equals("START_DRILL"))
                            .filter(job -> job.sourceServerIds().contains(id("app-1"))))
                    .hasSize(1);
            assertThat(List.of(finished(original).status(), finished(copy).status()))
                    .contains(ExecutionStatus.FAILED);
        }
    }

    @Test
    void shouldTakeALaunchInDoubtForItsOwn() {
        try (Drill drill = shop().failing(Fault.of(FaultKind.LOSE_ANSWER)
                        .on("drs", "StartRecovery")
                        .times(1))
                .start()
                .run()) {
            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
        }
    }

    /** Two waves begin to launch at the same moment; that one of them was looked at tells nothing of the other. */
    @Test
    void shouldLookForOthersOfEveryServerThatIsToBeLaunched() {
        TestAction stop = action("Stop").within(Duration.ofHours(2));
        try (Drill second = drillOf(
                                wave("Web", "web-1").before(stop),
                                wave("App", "app-1").dependingOn().before(stop))
                        .named("Second", "execution-2")
                        .inWorld(world -> world.document("Stop", "\"durationSeconds\": 3000"))
                        .start();
                Drill first = drillOf(wave("App", "app-1"))
                        .named("First", "execution-1")
                        .keepingInstances()
                        .startAfter(second)) {
            second.runUntil(Seen.wave("App", WaveStatus.PRE_ACTIONS));
            first.run();

            second.run();

            assertThat(second.events(ServerFailed.class))
                    .extracting(ServerFailed::sourceServerId)
                    .containsExactly(id("app-1"));
            assertThat(replaced(first)).isEmpty();
        }
    }

    private static boolean over(Drill drill) {
        return drill.execution().isFinished();
    }

    private static ExecutionFinished finished(Drill drill) {
        return drill.events(ExecutionFinished.class).get(0);
    }

    private static DrillScenario shop() {
        return drillOf(wave("Web", "web-1"), wave("App", "app-1").before(action("Stop")));
    }

    private static List<String> replaced(Drill drill) {
        drill.simulator().clock().advance(Duration.ofMinutes(10));
        return drill.record().terminations().stream()
                .filter(gone -> gone.cause() == Cause.REPLACED)
                .map(gone -> gone.instanceId())
                .toList();
    }
}
