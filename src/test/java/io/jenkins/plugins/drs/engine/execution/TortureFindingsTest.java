package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LoadObserved;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.Fault.FaultEffect;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the deterministic simulation test found, each as small as it gets. {@code docs/guarantees.md} lists them. */
class TortureFindingsTest {
    private static final Duration LONG = Duration.ofHours(3);

    @Test
    void shouldCountServersOfItsOwnTerminations() {
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2", "web-3"))
                .limitedTo(new QuotaLimits(3, 1, 1))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().peak(TestWorld.ACCOUNT, TestWorld.REGION).servers())
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldCountJobsOfOthersBeforeItTerminates() {
        DrillScenario scenario = drillOf(wave("Web", "web-1"))
                .inWorld(world -> world.region(
                        "\"foreignJobs\": [{\"servers\": 1, \"startSeconds\": 460, \"durationSeconds\": 900}]"));
        try (Drill drill = scenario.limitedTo(new QuotaLimits(1, 1, 1)).start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().peak(TestWorld.ACCOUNT, TestWorld.REGION).jobs())
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldCountATerminationWhoseAnswerWasLost() {
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2"))
                .limitedTo(new QuotaLimits(2, 1, 1))
                .failing(Fault.of(FaultKind.LOSE_ANSWER)
                        .on("drs", "TerminateRecoveryInstances")
                        .times(1))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().peak(TestWorld.ACCOUNT, TestWorld.REGION).servers())
                    .isEqualTo(1);
        }
    }

    /** What others run is not known then, so it is asked again before anything is begun. */
    @Test
    void shouldLookAgainWhenALookAtOthersFailedBeforeItTerminates() {
        DrillScenario scenario = drillOf(wave("Web", "web-1"))
                .inWorld(world -> world.region(
                        "\"foreignJobs\": [{\"servers\": 1, \"startSeconds\": 460, \"durationSeconds\": 900}]"));
        try (Drill drill = scenario.limitedTo(new QuotaLimits(1, 1, 1)).start()) {
            Fault cut = Fault.of(FaultKind.CUT_CONNECTION).on("drs", "DescribeJobs");
            drill.when(
                    Seen.any(CleanupBegun.class),
                    running -> drill.simulator().faults().add(cut.times(1)));
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().peak(TestWorld.ACCOUNT, TestWorld.REGION).jobs())
                    .isEqualTo(1);
        }
    }

    /** What others run comes second to taking instances down: AWS itself refuses what is too much. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTerminateThoughNobodyCanLookAtOthers(boolean denied) {
        Fault failing = denied ? Fault.of(FaultKind.ACCESS_DENIED) : Fault.of(FaultKind.CUT_CONNECTION);
        try (Drill drill = drillOf(wave("Web", "web-1"))
                .cleaningUpWithin(Duration.ofMinutes(20))
                .start()) {
            drill.when(Seen.any(CleanupBegun.class), running -> drill.simulator()
                    .faults()
                    .add(failing.on("drs", "DescribeJobs").times(denied ? 1 : 12)));
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
        }
    }

    /** Asked for the jobs of the last day, AWS would know of none. */
    @ParameterizedTest
    @ValueSource(longs = {-40, 40, 4000})
    void shouldSeeJobsOfOthersHoweverWrongTheClockIs(long days) {
        DrillScenario scenario = drillOf(wave("Web", "web-1"))
                .inWorld(world -> world.region(
                        "\"foreignJobs\": [{\"servers\": 1, \"startSeconds\": 0, \"durationSeconds\": 900}]"))
                .runBy(usual -> new EngineRuntime(
                        usual.connections(),
                        () -> usual.clock().instant().plus(Duration.ofDays(days)),
                        usual.executor(),
                        usual.settings()))
                .limitedTo(new QuotaLimits(1, 1, 1));
        try (Drill drill = scenario.start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().peak(TestWorld.ACCOUNT, TestWorld.REGION).jobs())
                    .isEqualTo(1);
        }
    }

    /** The termination that may have been made takes all of the limits, so nothing else can be begun. */
    @Test
    void shouldFindOutWhatBecameOfATerminationThatWasCutOff() {
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2"))
                .limitedTo(new QuotaLimits(1, 1, 1))
                .start()) {
            drill.runUntil(Seen.any(CleanupBegun.class));
            long intended = drill.recorded().stream()
                    .filter(event -> event.event() instanceof TerminationIntended)
                    .findFirst()
                    .orElseThrow()
                    .sequence();
            drill.killAndResumeAfter(intended);
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
        }
    }

    @Test
    void shouldStartWhatIsMissingWhenTheMachineWasSuspended() {
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2"))
                .limitedTo(new QuotaLimits(1, 1, 1))
                .start()) {
            drill.runUntil(Seen.any(LoadObserved.class));
            drill.simulator().clock().advance(LONG);
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
        }
    }

    @Test
    void shouldTakeEverythingDownWhenTheMachineWasSuspendedMeanwhile() {
        Fault refused = Fault.of(FaultKind.CUT_CONNECTION)
                .on("drs", "TerminateRecoveryInstances")
                .times(1);
        try (Drill drill = drillOf(wave("Web", "web-1")).failing(refused).start()) {
            drill.runUntil(Seen.any(CleanupBegun.class));
            drill.simulator().clock().advance(LONG);
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
        }
    }

    /** SSM quotes a part of a parameter's value, and that part is all of the secret. */
    @Test
    void shouldNotShowASecretThatIsAPartOfAParameter() {
        String quoted = "Value 'hunter2-long' is not allowed";
        Fault refused = Fault.error("InvalidAutomationExecutionParametersException", 400)
                .on("ssm", "StartAutomationExecution")
                .effect(new FaultEffect("InvalidAutomationExecutionParametersException", 400, quoted, null, null));
        try (Drill drill = drillOf(wave("Web", "web-1")
                        .before(action("Stop").with("Login", "drill:{{resolve:secretsmanager:login}}")))
                .inWorld(world ->
                        world.region("\"secrets\": [{\"name\": \"login\", \"secretString\": \"hunter2-long\"}]"))
                .failing(refused)
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED).leftNothing();
            assertThat(drill.journalText()).doesNotContain("hunter2-long").contains("Value '***' is not allowed");
        }
    }
}
