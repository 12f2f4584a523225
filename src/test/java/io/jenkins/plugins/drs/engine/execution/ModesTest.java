package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static io.jenkins.plugins.drs.engine.execution.TestWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftoverFound;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.CallEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.InstanceEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recovery, check, cleanup, and drills whose instances stay. */
class ModesTest {
    @Test
    void shouldKeepInstancesWhenAskedTo() {
        try (Drill drill =
                drillOf(wave("Web", "web-1", "web-2")).keepingInstances().start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftJust("web-1", "web-2");
            assertThat(drill.events(LeftBehind.class)).hasSize(2).allMatch(LeftBehind::asked);
            assertThat(drill.record().calls("TerminateRecoveryInstances")).isEmpty();
        }
    }

    @Test
    void shouldRecoverForRealAndTakeNothingDown() {
        try (Drill drill = drillOf(wave("Database", "db-1"), wave("Web", "web-1"))
                .as(Mode.RECOVERY)
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftJust("db-1", "web-1");
            assertThat(drill.record().launches()).noneMatch(LaunchEntry::drill);
            assertThat(JobTags.of(drill))
                    .allSatisfy(tags -> assertThat(tags).containsEntry("ExecutionType", "Recovery"));
        }
    }

    @Test
    void shouldTakeNothingDownWhenARecoveryFailsOrIsCancelled() {
        try (Drill drill = drillOf(wave("Database", "db-1", "db-2"), wave("Web", "web-1"))
                .as(Mode.RECOVERY)
                .failing(Fault.of(FaultKind.FAIL_LAUNCH).servers("db-2"))
                .start()
                .cancelWhen(Seen.wave("Database", WaveStatus.PARTIAL))) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.CANCELLED).leftJust("db-1");
            assertThat(drill.record().calls("TerminateRecoveryInstances")).isEmpty();
        }
    }

    @Test
    void shouldOnlyCheckWhenAskedTo() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop")))
                .as(Mode.CHECK)
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).changedNothing();
        }
    }

    @Test
    void shouldTakeDownWhatEarlierDrillsOfThePlanLeftAndNothingElse() {
        DrillScenario shop = drillOf(wave("Web", "web-1", "web-2"))
                .keepingInstances()
                .inWorld(world -> world.alsoServer("other-1", "Other")
                        .alsoServer("real-1", "Real")
                        .server("real-1", "\"existingRecoveryInstance\": {\"isDrill\": false}")
                        .alsoServer("unknown-1", "Unknown")
                        .server("unknown-1", "\"existingRecoveryInstance\": {\"isDrill\": true}"));

        try (Drill left = shop.start().run();
                Drill ofOtherPlan = drillOf(wave("Other", "other-1"))
                        .named("Other", "execution-2")
                        .keepingInstances()
                        .startAfter(left)
                        .run();
                Drill cleanup = drillOf(wave("Web", "web-1", "web-2"))
                        .named("Shop", "execution-3")
                        .as(Mode.CLEANUP)
                        .startAfter(left)) {
            assertDrill(ofOtherPlan).ended(ExecutionStatus.COMPLETED);

            cleanup.run();

            assertDrill(cleanup).ended(ExecutionStatus.COMPLETED).leftJust("other-1", "real-1", "unknown-1");
            assertThat(cleanup.events(LeftoverFound.class)).hasSize(2).allMatch(found -> found.executionId()
                    .equals("execution-1"));
            assertThat(cleanup.record().instances())
                    .filteredOn(instance -> !instance.drill())
                    .extracting(InstanceEntry::sourceServerId)
                    .containsExactly(id("real-1"));
        }
    }

    @Test
    void shouldLeaveTheInstancesOfARunningDrillAlone() {
        DrillScenario shop = drillOf(wave("Web", "web-1"), wave("App", "app-1"));
        try (Drill running = shop.start().runUntil(Seen.wave("Web", WaveStatus.COMPLETED));
                Drill cleanup = drillOf(wave("Web", "web-1"), wave("App", "app-1"))
                        .named("Shop", "execution-2")
                        .as(Mode.CLEANUP)
                        .besides("execution-1")
                        .startAfter(running)) {
            cleanup.run();

            assertDrill(cleanup).ended(ExecutionStatus.COMPLETED).leftJust("web-1");
            assertThat(cleanup.state().checks())
                    .filteredOn(check -> check.name().equals("Leftovers"))
                    .singleElement()
                    .satisfies(check -> assertThat(check.message()).contains("execution-1 of this plan is running"));

            running.run();
            assertDrill(running).ended(ExecutionStatus.COMPLETED).leftNothing();
        }
    }

    @Test
    void shouldAskWhoItIsInEachTargetBeforeAnythingElseOfACleanup() {
        Target west = Target.own("us-west-2");
        DrillScenario scenario =
                drillOf(wave("East", "a-1"), wave("West", "b-1").in(west));
        try (Drill cleanup = scenario.as(Mode.CLEANUP).start()) {
            cleanup.run();

            List<CallEntry> calls = cleanup.record().calls();
            assertThat(calls).hasSizeGreaterThan(2);
            assertThat(calls.subList(0, 2)).extracting(CallEntry::operation).containsOnly("GetCallerIdentity");
            assertThat(calls.subList(0, 2))
                    .extracting(CallEntry::region)
                    .containsExactlyInAnyOrder(TestWorld.REGION, "us-west-2");
        }
    }

    @Test
    void shouldHaveNothingToCleanUpAfterACleanDrill() {
        try (Drill drill = drillOf(wave("Web", "web-1")).start().run();
                Drill cleanup = drillOf(wave("Web", "web-1"))
                        .named("Shop", "execution-2")
                        .as(Mode.CLEANUP)
                        .startAfter(drill)) {
            cleanup.run();

            assertDrill(cleanup).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(cleanup.record().calls("TerminateRecoveryInstances")).hasSize(1);
        }
    }

    @Test
    void shouldFailACleanupThatMayNotLook() {
        try (Drill cleanup = drillOf(wave("Web", "web-1"))
                .as(Mode.CLEANUP)
                .failing(Fault.of(FaultKind.ACCESS_DENIED).on("drs", "DescribeRecoveryInstances"))
                .start()) {
            cleanup.run();

            assertDrill(cleanup)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblem("us-east-1", "AccessDeniedException")
                    .changedNothing();
        }
    }
}
