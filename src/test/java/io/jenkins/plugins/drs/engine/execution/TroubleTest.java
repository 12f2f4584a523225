package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.Fault.FaultEffect;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.CallEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that fail for a while, and calls that are refused to the end. */
class TroubleTest {
    private static final LaunchSettings LARGE = new LaunchSettings(
            Optional.of("m5.2xlarge"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(false),
            Optional.of(LaunchSettings.RightSizing.NONE),
            Optional.empty());

    private static DrillScenario scenario() {
        return drillOf(wave("Web", "web-1")
                        .before(action("Stop").with("Token", "{{resolve:secretsmanager:token}}"))
                        .launchedWith(LARGE)
                        .validated(new ValidationPolicy(true, true, Duration.ofMinutes(15))))
                .inWorld(world ->
                        world.region("\"secrets\": [{\"name\": \"token\", \"secretString\": \"only-a-sample\"}]"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"THROTTLE", "ERROR", "EXPIRED_CREDENTIALS", "LOSE_ANSWER", "CUT_CONNECTION"})
    void shouldCompleteThoughEveryOperationFailsTwice(FaultKind kind) {
        DrillScenario scenario = scenario();
        operations()
                .forEach(operation -> scenario.failing(
                        Fault.of(kind).on(operation.service(), operation.name()).times(2)));

        try (Drill drill = scenario.start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1")
                    .leftNothing();
            assertThat(drill.record().automations()).hasSize(1);
            assertThat(struck(drill)).isEqualTo(operations());
        }
    }

    @Test
    void shouldWaitAsLongAsAwsAsksTo() {
        var busy = new FaultEffect(null, null, null, 47, null);

        try (Drill drill = scenario()
                .failing(Fault.of(FaultKind.THROTTLE)
                        .on("drs", "StartRecovery")
                        .times(2)
                        .effect(busy))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).launchedOnce("web-1");
            var calls = drill.record().calls("StartRecovery");
            assertThat(calls).hasSize(3);
            assertThat(Duration.between(calls.get(0).time(), calls.get(1).time()))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(47));
            assertThat(Duration.between(calls.get(1).time(), calls.get(2).time()))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(47));
        }
    }

    @Test
    void shouldSayWhatIsLeftWhenTerminationIsDenied() {
        try (Drill drill = scenario()
                .failing(Fault.of(FaultKind.ACCESS_DENIED).on("drs", "TerminateRecoveryInstances"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.PARTIAL)
                    .endedBecause("not all instances could be terminated")
                    .leftJust("web-1");
            assertThat(drill.events(LeftBehind.class)).singleElement().satisfies(left -> {
                assertThat(left.kind()).isEqualTo(RemnantKind.RECOVERY_INSTANCE);
                assertThat(left.id())
                        .isEqualTo(drill.record().instances().get(0).instanceId());
                assertThat(left.reason()).contains("Allow drs:TerminateRecoveryInstances");
            });
        }
    }

    @Test
    void shouldTerminateAgainWhatATerminationLeftRunning() {
        try (Drill drill = scenario()
                .failing(Fault.of(FaultKind.REFUSE_TERMINATE).times(2))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().calls("TerminateRecoveryInstances")).hasSize(3);
        }
    }

    @Test
    void shouldSayWhatIsLeftWhenTerminationNeverSucceeds() {
        try (Drill drill = scenario()
                .failing(Fault.of(FaultKind.REFUSE_TERMINATE))
                .cleaningUpWithin(Duration.ofMinutes(30))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.PARTIAL).leftJust("web-1");
            assertThat(drill.events(LeftBehind.class))
                    .anyMatch(left -> left.kind() == RemnantKind.RECOVERY_INSTANCE && !left.asked());
        }
    }

    @Test
    void shouldNotMindThatSomebodyElseTookAnInstanceDown() {
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2").after(action("Check")))
                .inWorld(world -> world.document("Check", "\"durationSeconds\": 280"))
                .start()) {
            drill.runUntil(Seen.actionStarted("Web", ActionPhase.POST));
            takeDown(drill, 0);
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().terminations()).hasSize(2);
        }
    }

    @Test
    void shouldWaitForSomebodyElseWhoIsTakingAnInstanceDown() {
        try (Drill drill =
                drillOf(wave("Web", "web-1", "web-2").after(action("Check"))).start()) {
            drill.runUntil(Seen.actionStarted("Web", ActionPhase.POST));
            takeDown(drill, 1);
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().terminations()).hasSize(2);
        }
    }

    private static void takeDown(Drill drill, int index) {
        drill.connections()
                .open(call -> {})
                .drs(Target.own(TestWorld.REGION))
                .terminate(List.of(drill.record().instances().get(index).instanceId()));
    }

    private record Called(String service, String name) {}

    /** Every operation that a drill of this scenario uses. */
    private static Set<Called> operations() {
        try (Drill drill = scenario().start().run()) {
            return called(drill, call -> true);
        }
    }

    private static Set<Called> struck(Drill drill) {
        return called(drill, call -> call.fault() != null);
    }

    private static Set<Called> called(Drill drill, Function<CallEntry, Boolean> which) {
        return drill.record().calls().stream()
                .filter(which::apply)
                .map(call -> new Called(call.service(), call.operation()))
                .collect(Collectors.toSet());
    }
}
