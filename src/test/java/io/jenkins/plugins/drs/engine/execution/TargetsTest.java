package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.result.DrillResults;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Plans that work in several accounts and Regions. */
class TargetsTest {
    private static final String OTHER = "210987654321";
    private static final Target THERE = new Target(Optional.of(OTHER), "eu-west-1");
    private static final String ROLE = "\"roles\": [{\"roleName\": \"DrillRole\", \"externalId\": \"shop-7\"}]";

    @Test
    void shouldWorkInAnotherAccountThroughItsRole() {
        try (Drill drill = drillOf(
                        wave("Here", "a-1"), wave("There", "b-1").in(THERE).before(action("Stop")))
                .inWorld(world -> world.account(OTHER, ROLE))
                .entering(OTHER, "DrillRole", "shop-7")
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("a-1", "b-1")
                    .leftNothing();
            assertThat(drill.record().launches())
                    .extracting(LaunchEntry::account)
                    .containsExactly(TestWorld.ACCOUNT, OTHER);
            assertThat(drill.record().automations())
                    .extracting(AutomationEntry::account, AutomationEntry::region)
                    .containsExactly(Tuple.tuple(OTHER, "eu-west-1"));
            assertThat(drill.record().calls("AssumeRole")).hasSize(1);
        }
    }

    @Test
    void shouldRefuseARoleThatDoesNotTakeTheExternalId() {
        try (Drill drill = drillOf(wave("Here", "a-1"), wave("There", "b-1").in(THERE))
                .inWorld(world -> world.account(OTHER, ROLE))
                .entering(OTHER, "DrillRole", "wrong")
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblems(1)
                    .foundProblem(OTHER + "/eu-west-1", "sts:AssumeRole failed with AccessDenied")
                    .changedNothing();
        }
    }

    /** A controller hides roles and external ids of accounts: whoever sees a build reads its journal. */
    @Test
    void shouldHideARoleAlsoWhereAwsNamesIt() throws IOException {
        try (Drill drill = drillOf(wave("Here", "a-1"), wave("There", "b-1").in(THERE))
                .inWorld(world -> world.account(OTHER, ROLE))
                .enteringHidden(OTHER, "Admin", "wrong-4711")
                .start()) {
            drill.execution().hide(List.of("Admin", "role/Admin", "wrong-4711"));
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblem(OTHER + "/eu-west-1", "sts:AssumeRole failed with AccessDenied");
            assertThat(drill.journalText()).contains("sts:AssumeRole", ":***").doesNotContain("Admin", "wrong-4711");
            Path folder = Files.createTempDirectory("roles");
            for (Path file : new ArtifactFolder(folder).all(DrillResults.of(drill.recorded()))) {
                assertThat(folder.resolve(file)).content().doesNotContain("Admin", "wrong-4711");
            }
        }
    }

    @Test
    void shouldSayThatNobodyCouldLookIntoARegionThatCannotBeReachedAnyMore() {
        try (Drill drill = drillOf(
                        wave("East", "a-1"), wave("West", "b-1").dependingOn().in(Target.own("us-west-2")))
                .failing(Fault.of(FaultKind.ACCESS_DENIED)
                        .on("drs", "DescribeRecoveryInstances")
                        .in(null, "us-west-2")
                        .skip(2))
                .cleaningUpWithin(Duration.ofMinutes(20))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.PARTIAL).launchedOnce("a-1", "b-1");
            assertThat(drill.events(LeftBehind.class))
                    .allMatch(left -> left.target().equals(Target.own("us-west-2")))
                    .isNotEmpty();
        }
    }

    @Test
    void shouldRefuseAPlaceThatIsNamedWithItsAccountAndWithout() {
        var both = new ServerSelection(Map.of(TestWave.TAG, "Database"), List.of());
        var named = new Target(Optional.of(TestWorld.ACCOUNT), TestWorld.REGION);

        try (Drill drill = drillOf(
                        wave("Database", "db-1"), wave("Web").in(named).selecting(both))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblem("us-east-1", "both are account " + TestWorld.ACCOUNT)
                    .changedNothing();
        }
    }

    @Test
    void shouldLaunchInEveryRegionOfThePlan() {
        try (Drill drill = drillOf(
                        wave("East", "a-1"),
                        wave("West", "b-1").dependingOn().in(Target.own("us-west-2")),
                        wave("Europe", "c-1").dependingOn().in(Target.own("eu-central-1")))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("a-1", "b-1", "c-1")
                    .leftNothing();
            assertThat(drill.record().launches())
                    .extracting(LaunchEntry::region)
                    .containsExactlyInAnyOrder("us-east-1", "us-west-2", "eu-central-1");
        }
    }
}
