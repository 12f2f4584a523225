package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static io.jenkins.plugins.drs.engine.execution.TestWorld.id;

import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreflightProblemsTest {
    @Test
    void shouldRefuseAServerWhoseReplicationIsStalled() {
        refuses(
                drillOf(wave("Web", "web-1"))
                        .inWorld(world -> world.server(
                                "web-1",
                                "\"replicationState\": \"STALLED\", \"replicationError\": \"AGENT_NOT_SEEN\"")),
                "web-1",
                "STALLED (AGENT_NOT_SEEN)");
    }

    @Test
    void shouldRefuseAServerThatLagsBeyondTheRpo() {
        refuses(
                drillOf(wave("Web", "web-1", "web-2"))
                        .withRpo(Duration.ofMinutes(15))
                        .inWorld(world -> world.server("web-1", "\"lagDuration\": \"PT16M\"")
                                .server("web-2", "\"lagDuration\": \"PT15M\"")),
                "web-1",
                "960 s behind, more than the recovery point objective of 900 s");
    }

    @Test
    void shouldRefuseAnUnknownServerId() {
        var selection = new ServerSelection(Map.of(), List.of(id("web-1"), id("gone-1")));

        refuses(drillOf(wave("Web", "web-1").selecting(selection)), id("gone-1"), "is not known in us-east-1");
    }

    @Test
    void shouldRefuseTagsThatMatchNothing() {
        var selection = new ServerSelection(Map.of("Tier", "none"), List.of());

        refuses(drillOf(wave("Web", "web-1").selecting(selection)), "Web servers", "matches the tags {Tier=none}");
    }

    @Test
    void shouldRefuseAServerInTwoWaves() {
        var both = new ServerSelection(Map.of(TestWave.TAG, "Database"), List.of());

        refuses(
                drillOf(wave("Database", "db-1"), wave("Web").selecting(both)),
                "db-1",
                "in wave Database (group Database servers) and in wave Web");
    }

    @Test
    void shouldRefuseAServerThatIsInAJob() {
        refuses(
                drillOf(wave("Web", "web-1"))
                        .inWorld(world -> world.region("\"foreignJobs\": [{\"sourceServers\": [\"web-1\"],"
                                + " \"startSeconds\": -60, \"durationSeconds\": 600}]")),
                "web-1",
                "one job at a time");
    }

    @Test
    void shouldRefuseToDestroyARealRecoveryInstance() {
        refuses(
                drillOf(wave("Web", "web-1"))
                        .inWorld(world -> world.server("web-1", "\"existingRecoveryInstance\": {\"isDrill\": false}")),
                "web-1",
                "comes from a real recovery");
    }

    @Test
    void shouldRefuseAnUnknownRunbook() {
        refuses(
                drillOf(wave("Web", "web-1").before(action("Stop")))
                        .inWorld(world -> world.document("Stop", "\"name\": \"Other\"")),
                "Stop",
                "InvalidDocument");
    }

    @Test
    void shouldRefuseADocumentThatIsNoRunbook() {
        refuses(
                drillOf(wave("Web", "web-1").before(action("Stop")))
                        .inWorld(world -> world.document("Stop", "\"type\": \"Command\"")),
                "Stop",
                "type Command");
    }

    @Test
    void shouldRefuseMissingAndUnknownParameters() {
        try (Drill drill = drillOf(wave("Web", "web-1").before(action("Stop").with("Servces", "web")))
                .inWorld(world -> world.document(
                        "Stop",
                        "\"parameters\": [{\"name\": \"Services\"}, {\"name\": \"Mode\", \"default\": \"soft\"}]"))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblems(2)
                    .foundProblem("Web: Stop", "needs the parameter 'Services'")
                    .foundProblem("Web: Stop", "no parameter 'Servces'")
                    .changedNothing();
        }
    }

    @Test
    void shouldRefuseAReferenceThatCannotBeResolved() {
        refuses(
                drillOf(wave("Web", "web-1")
                        .before(action("Stop").with("Token", "{{resolve:secretsmanager:no-such}}"))),
                "{{resolve:secretsmanager:no-such}}",
                "ResourceNotFoundException");
    }

    @Test
    void shouldRefuseARegionWhereDrsWasNeverSetUp() {
        refuses(
                drillOf(wave("Web", "web-1").in(Target.own("eu-west-3")))
                        .inWorld(world -> world.region(Target.own("eu-west-3"), "\"initialized\": false")),
                "eu-west-3",
                "UninitializedAccountException");
    }

    @Test
    void shouldRefuseToRunWithoutCredentials() {
        refuses(drillOf(wave("Web", "web-1")).withoutCredentials(), "us-east-1", "There are none");
    }

    @Test
    void shouldRefuseWhenOneCallIsDenied() {
        refuses(
                drillOf(wave("Web", "web-1").before(action("Stop")))
                        .failing(Fault.of(FaultKind.ACCESS_DENIED).on("drs", "DescribeRecoveryInstances")),
                "Source servers",
                "AccessDeniedException");
    }

    @Test
    void shouldListEveryProblemAtOnce() {
        try (Drill drill = drillOf(
                        wave("Database", "db-1", "db-2")
                                .before(action("Stop").with("Token", "{{resolve:ssm:/no/such}}")),
                        wave("Web", "web-1").in(Target.own("eu-west-3")).after(action("Check")))
                .inWorld(world -> world.region(Target.own("eu-west-3"), "\"initialized\": false")
                        .server("db-1", "\"replicationState\": \"DISCONNECTED\"")
                        .server("db-2", "\"existingRecoveryInstance\": {\"isDrill\": false}")
                        .document("Check", "\"type\": \"Command\""))
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .endedBecause("Preflight found 5 problems; nothing was changed.")
                    .foundProblem("db-1", "DISCONNECTED")
                    .foundProblem("db-2", "real recovery")
                    .foundProblem("/no/such", "ParameterNotFound")
                    .foundProblem("eu-west-3", "UninitializedAccountException")
                    .foundProblem("Check", "type Command")
                    .changedNothing();
        }
    }

    private static void refuses(DrillScenario scenario, String subject, String part) {
        try (Drill drill = scenario.start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblems(1)
                    .foundProblem(subject, part)
                    .endedBecause("Preflight found 1 problem; nothing was changed.")
                    .changedNothing();
        }
    }
}
