package io.jenkins.plugins.drs.plugin.steps;

import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Verdict;
import io.jenkins.plugins.drs.plugin.run.BuildSide;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.DrillCallback;
import io.jenkins.plugins.drs.plugin.run.DrillHost;
import io.jenkins.plugins.drs.plugin.run.DrillListener;
import io.jenkins.plugins.drs.plugin.run.DrillRecord;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.RecoverJob;
import hudson.model.Cause;
import hudson.model.CauseAction;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class OtherStepsTest {
    private final SimulatedAws aws = new SimulatedAws();
    private JenkinsRule jenkins;

    @BeforeEach
    void setUp(JenkinsRule rule) throws Exception {
        jenkins = rule;
        aws.useIn(rule);
    }

    @AfterEach
    void tearDown() {
        aws.close();
    }

    private WorkflowJob job(String script) throws Exception {
        return Pipelines.job(jenkins, "job", SimulatedAws.plan(), script);
    }

    @Test
    void shouldCheckWithoutLaunching() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(
                job(
                        "def r = drsCheck planText: plan, credentialsId: 'aws-dr'\necho \"got ${r.status} ${r.checks.size() > 5}\""));

        jenkins.assertLogContains("got COMPLETED true", build);
        assertThat(aws.calls("StartRecovery")).isZero();
    }

    /** As after a restart, when the execution has ended before its step asks for it. */
    @Test
    void shouldTellAListenerWhoComesAfterTheEndHowItEnded() throws Exception {
        jenkins.buildAndAssertSuccess(job("drsCheck planText: plan, credentialsId: 'aws-dr'"));

        assertThat(LateComer.told.get(1, TimeUnit.MINUTES).status()).isEqualTo(ExecutionStatus.COMPLETED);
    }

    /** Listens when all that hear of the end are already in line. */
    @TestExtension("shouldTellAListenerWhoComesAfterTheEndHowItEnded")
    public static final class LateComer extends DrillListener {
        private static final CompletableFuture<DrillResult> told = new CompletableFuture<>();

        @Override
        public void onFinished(Run<?, ?> build, DrillRecord record, DrillResult result) {
            try {
                DrillHost.get().listen(result.run().executionId(), BuildSide.quiet(build, EnvVars::new, Map::of), callback());
            } catch (IOException e) {
                told.completeExceptionally(e);
            }
        }

        private static DrillCallback callback() {
            return new DrillCallback() {
                @Override
                public void finished(DrillResult result) {
                    told.complete(result);
                }
            };
        }
    }

    @Test
    void shouldTakeDownWhatWasKept() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(
                job("drsDrill planText: plan, credentialsId: 'aws-dr', keepInstances: true\n"
                        + "def r = drsCleanup planText: plan, credentialsId: 'aws-dr'\n"
                        + "echo \"got ${r.cleanup.terminatedInstances}\""));

        jenkins.assertLogContains("got 6", build);
        assertThat(aws.drillInstances()).isZero();
    }

    @Test
    void shouldRunAutomation() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(job("def r = ssmAction document: 'DR-CheckHttpEndpoint', "
                + "parameters: [Url: 'https://shop.example.com/health'], region: 'us-east-1', credentialsId: 'aws-dr'\n"
                + "echo \"got ${r.outcome} ${r.status} ${r.outputs}\""));

        jenkins.assertLogContains("got SUCCEEDED Success", build);
    }

    @Test
    void shouldFailWithUnknownAutomation() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertStatus(
                Result.FAILURE, job("ssmAction document: 'Nope', region: 'us-east-1', credentialsId: 'aws-dr'"));

        jenkins.assertLogContains("Nope", build);
        assertThat(aws.calls("StartAutomationExecution")).isZero();
    }

    @Test
    void shouldStopAutomationWhenAborted() throws Exception {
        aws.fault("{\"kind\": \"hangAutomation\"}");
        WorkflowRun build = Pipelines.start(job("ssmAction document: 'DR-CheckHttpEndpoint', timeoutMinutes: 60000, "
                + "parameters: [Url: 'https://x'], region: 'us-east-1', credentialsId: 'aws-dr'"));
        jenkins.waitForMessage("started as", build);
        build.doStop();

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));

        assertThat(aws.calls("StopAutomationExecution")).isPositive();
    }

    @Test
    void shouldRecoverForRealInAJobThatMayOnlyWithTheNameOfThePlan() throws Exception {
        DisasterRecoveryConfiguration.get().setRecoverJobs(List.of(new RecoverJob("job"), new RecoverJob("confirmed")));
        WorkflowRun refused = jenkins.buildAndAssertStatus(
                Result.FAILURE, job("drsRecover confirm: 'yes', planText: plan, credentialsId: 'aws-dr'"));
        WorkflowRun build = jenkins.buildAndAssertSuccess(Pipelines.job(
                jenkins,
                "confirmed",
                SimulatedAws.plan(),
                "drsRecover confirm: 'Three-Tier-Shop', planText: plan, credentialsId: 'aws-dr'"));

        jenkins.assertLogContains("must be confirmed with the name of its plan", refused);
        jenkins.assertLogContains("Recovery COMPLETED", build);
        assertThat(aws.drillInstances()).isZero();
        assertThat(aws.calls("TerminateRecoveryInstances")).isZero();
    }

    @Test
    void shouldRecoverInAnotherJobOnlyWhenSomebodyWhoMayHasConfirmed() throws Exception {
        secure(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        WorkflowJob job = job("drsRecover confirm: 'Three-Tier-Shop', planText: plan, credentialsId: 'aws-dr'");
        Cause.UserIdCause clicked = new Cause.UserIdCause("admin");

        WorkflowRun build =
                job.scheduleBuild2(0, new CauseAction(clicked)).waitForStart();
        Pipelines.waitForPause(build, "Database");

        assertThat(aws.calls("StartRecovery")).isZero();
        jenkins.assertLogContains("permission Disaster recovery/Recover", build);

        Pipelines.waitForPause(build, "Database").handle().orElseThrow().decidePause("Database", true, "admin");
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
        assertThat(aws.calls("StartRecovery")).isPositive();
    }

    @Test
    void shouldRefuseBuildThatActsAsSomebodyWhoMayNot() throws Exception {
        secure(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, hudson.model.Item.READ, hudson.model.Computer.BUILD)
                .everywhere()
                .to("reader"));
        QueueItemAuthenticatorConfiguration.get()
                .getAuthenticators()
                .add(new MockQueueItemAuthenticator()
                        .authenticate(
                                "job", hudson.model.User.getById("reader", true).impersonate2()));

        WorkflowRun build =
                jenkins.buildAndAssertStatus(Result.FAILURE, job("drsDrill planText: plan, credentialsId: 'aws-dr'"));

        jenkins.assertLogContains("reader lacks the permission Disaster recovery/Drill", build);
    }

    private void secure(MockAuthorizationStrategy strategy) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(strategy);
        assertThat(DisasterRecoveryPermissions.RECOVER.impliedBy).isEqualTo(Jenkins.ADMINISTER);
    }

    @Test
    void shouldExportAndCheckImport() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(
                job(
                        "node { writeFile file: 'plan.yaml', text: plan\n"
                                + "def e = drsExport planFile: 'plan.yaml', file: 'out/config.json'\n"
                                + "def i = drsImport file: 'out/config.json', dryRun: true\n"
                                + "echo \"got ${e.recoveryPlans} ${e.protectionGroups} ${i.outcome} ${i.recoveryPlans.created} ${i.problems}\" }"));

        jenkins.assertLogContains("got 1 3 POSSIBLE 1 []", build);
        assertThat(build.getArtifacts()).anyMatch(artifact -> artifact.relativePath.equals("out/config.json"));
    }

    @Test
    void shouldRunInFreestyleJob() throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject("freestyle");
        DrillBuilder builder = new DrillBuilder();
        builder.setPlanFile("plan.yaml");
        builder.setCredentialsId(SimulatedAws.CREDENTIALS);
        project.getBuildersList().add(builder);
        // before the build: afterwards the form leads to a page with the chart of test results, whose scripts this
        // browser cannot read
        jenkins.configRoundtrip(project);
        jenkins.assertEqualDataBoundBeans(builder, project.getBuildersList().get(DrillBuilder.class));
        project.setScm(new SingleFileSCM("plan.yaml", SimulatedAws.plan()));

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(project);

        jenkins.assertLogContains("[drs] Drill COMPLETED", build);
        assertThat(build.getArtifacts()).isNotEmpty();
    }

    @Test
    void shouldCleanUpWhenFreestyleBuildIsAborted() throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject("freestyle");
        project.setScm(new SingleFileSCM("plan.yaml", SimulatedAws.planPausingBefore("Web")));
        DrillBuilder builder = new DrillBuilder();
        builder.setPlanFile("plan.yaml");
        builder.setCredentialsId(SimulatedAws.CREDENTIALS);
        project.getBuildersList().add(builder);
        FreeStyleBuild build = project.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Wave 3/3 Web: paused", build);
        build.doStop();

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));

        assertThat(aws.drillInstances()).isZero();
    }
}
