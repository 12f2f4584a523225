package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Computer;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.User;
import io.jenkins.plugins.drs.plugin.configuration.StoredPlans;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import java.nio.charset.StandardCharsets;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Steps that take their plans from what Jenkins keeps. */
class StoredPlanStepsTest {
    private static final String SHOP = "Three-Tier-Shop";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final SimulatedAws aws = new SimulatedAws();

    @AfterEach
    void tearDown() {
        aws.close();
    }

    private static DrConfiguration stored() throws Exception {
        return PlanStore.get().current().configuration();
    }

    private static WorkflowJob job(JenkinsRule jenkins, String script) throws Exception {
        return Pipelines.job(jenkins, "job", "", script);
    }

    @Test
    void shouldDrillByNameAlone() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            StoredPlans.storeDocument(SimulatedAws.plan());

            WorkflowRun build = jenkins.buildAndAssertSuccess(job(jenkins, """
                    def c = drsCheck plan: 'three-tier-shop', credentialsId: 'aws-dr'
                    def r = drsDrill plan: 'three-tier-shop', credentialsId: 'aws-dr'
                    def w = drsWaves(plan: 'Three-Tier-Shop', credentialsId: 'aws-dr', onPartial: 'ignore') { drsWave 'Database' }
                    def d = drsCleanup plan: 'Three-Tier-Shop', credentialsId: 'aws-dr'
                    echo "got ${c.status} ${r.status} ${r.plan} ${w.waves[0].status} ${d.status}"
                    """));

            jenkins.assertLogContains("got COMPLETED COMPLETED Three-Tier-Shop COMPLETED COMPLETED", build);
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldTellWhichPlansThereAre() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowJob job = job(jenkins, "drsDrill plan: 'nothing', credentialsId: 'aws-dr'");

            WorkflowRun without = jenkins.buildAndAssertStatus(Result.FAILURE, job);
            StoredPlans.storeDocument(SimulatedAws.plan());
            WorkflowRun with = jenkins.buildAndAssertStatus(Result.FAILURE, job);

            jenkins.assertLogContains("There is no plan 'nothing'; Jenkins has none.", without);
            jenkins.assertLogContains("There is no plan 'nothing'; Jenkins has Three-Tier-Shop.", with);
        });
    }

    @Test
    void shouldGoOnWithThePlanThatTheDrillBeganWith() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            StoredPlans.storeDocument(SimulatedAws.planPausingBefore("Application"));
            Pipelines.waitForPause(
                    Pipelines.start(job(
                            jenkins,
                            "def r = drsDrill plan: '" + SHOP + "', credentialsId: 'aws-dr'\n"
                                    + "echo \"got ${r.status} ${r.waves*.name}\"")),
                    "Application");
            StoredPlans.store();
        });
        sessions.then(jenkins -> {
            assertThat(stored().plan(SHOP)).isEmpty();
            WorkflowRun build = Pipelines.build(jenkins, "job");
            Pipelines.waitForPause(build, "Application").handle().get().decidePause("Application", true, "alice");

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

            jenkins.assertLogContains("got COMPLETED [Database, Application, Web]", build);
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldChangeNothingByImportingWhatWasExported() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            StoredPlans.storeDocument(SimulatedAws.plan());
            DrConfiguration before = stored();
            long revision = PlanStore.get().current().revision();
            WorkflowJob job = job(jenkins, """
                    node {
                        def e = drsExport file: 'out/all.yaml'
                        def again = drsImport file: 'out/all.yaml'
                        echo "got ${e.recoveryPlans} ${e.protectionGroups} ${again.outcome} ${again.diff.size()}"
                    }
                    """);

            WorkflowRun build = jenkins.buildAndAssertSuccess(job);

            jenkins.assertLogContains("got 1 3 UNCHANGED 0", build);
            assertThat(build.getArtifacts()).anyMatch(artifact -> artifact.relativePath.equals("out/all.yaml"));
            assertThat(PlanStore.get().current().revision()).isEqualTo(revision);

            StoredPlans.storeDocument("protectionGroups: []");
            WorkflowRun imported =
                    jenkins.buildAndAssertSuccess(Pipelines.job(jenkins, "import", exported(build), """
                    node {
                        writeFile file: 'in.yaml', text: plan
                        def dry = drsImport file: 'in.yaml', dryRun: true
                        def told = drsImport file: 'in.yaml'
                        echo "got ${dry.outcome} ${told.outcome} ${told.recoveryPlans.created}"
                    }
                    """));
            jenkins.assertLogContains("got POSSIBLE IMPORTED 1", imported);
            assertThat(stored().recoveryPlans()).isEqualTo(before.recoveryPlans());
            Change change = PlanStore.get().history().get(0).change();
            assertThat(change.kind()).isEqualTo(Change.Kind.IMPORT);
            assertThat(change.why()).contains("in.yaml", "import #1");
        });
    }

    private static String exported(WorkflowRun build) throws Exception {
        try (var in = build.getArtifactManager().root().child("out/all.yaml").open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\\", "\\\\");
        }
    }

    @Test
    void shouldNotImportForWhoMayOnlyBuild() throws Throwable {
        sessions.then(jenkins -> {
            jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
            jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                    .grant(Jenkins.ADMINISTER)
                    .everywhere()
                    .to("admin")
                    .grant(Jenkins.READ, Item.READ, Item.BUILD, Computer.BUILD)
                    .everywhere()
                    .to("builder"));
            WorkflowJob job = job(
                    jenkins,
                    "node { writeFile file: 'a.yaml', text: 'protectionGroups: []'\n"
                            + "echo 'dry ' + drsImport(file: 'a.yaml', dryRun: true).outcome\n"
                            + "drsImport file: 'a.yaml' }");
            QueueItemAuthenticatorConfiguration.get()
                    .getAuthenticators()
                    .add(new MockQueueItemAuthenticator()
                            .authenticate("job", User.getById("builder", true).impersonate2()));

            WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

            jenkins.assertLogContains("dry UNCHANGED", build); // it tells nothing that drsExport would not
            jenkins.assertLogContains("builder lacks the permission", build);
            assertThat(DisasterRecoveryPermissions.CONFIGURE.name).isEqualTo("Configure");
        });
    }

    @Test
    void shouldDrillByNameInFreestyleJobWithoutFile() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            StoredPlans.storeDocument(SimulatedAws.plan());
            FreeStyleProject project = jenkins.createFreeStyleProject("freestyle");
            DrillBuilder builder = new DrillBuilder();
            builder.setPlan(SHOP);
            builder.setCredentialsId(SimulatedAws.CREDENTIALS);
            project.getBuildersList().add(builder);
            // before the build: afterwards the form leads to a chart of test results, whose scripts this browser cannot
            // read
            jenkins.configRoundtrip(project);
            jenkins.assertEqualDataBoundBeans(builder, project.getBuildersList().get(DrillBuilder.class));

            jenkins.assertLogContains("[drs] Drill COMPLETED", jenkins.buildAndAssertSuccess(project));
        });
    }
}
