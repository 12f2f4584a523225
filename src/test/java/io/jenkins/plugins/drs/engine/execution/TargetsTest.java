package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ExecutionStatus;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.simulator.ledger.AutomationEntry;
import io.jenkins.plugins.drs.simulator.ledger.LaunchEntry;
import java.util.Optional;
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
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(OTHER, "eu-west-1"));
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
