package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.test.steps.SemaphoreStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class DrsWavesStepTest {
    private static final String OPEN = "def r = drsWaves(planText: plan, credentialsId: 'aws-dr') {\n";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final SimulatedAws aws = new SimulatedAws();

    @AfterEach
    void tearDown() {
        aws.close();
    }

    @Test
    void shouldRunWavesThatBlockStarts() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = jenkins.buildAndAssertSuccess(Pipelines.job(
                    jenkins,
                    "waves",
                    SimulatedAws.plan(),
                    OPEN + "stage('Data') { def w = drsWave 'database'; echo \"wave ${w.name} ${w.status}\" }\n"
                            + "stage('Rest') { drsWave 'Application'; drsWave 'Web' }\n}\necho \"got ${r.status}\""));

            jenkins.assertLogContains("wave Database COMPLETED", build);
            jenkins.assertLogContains("got COMPLETED", build);
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldGoOnWithBlockAfterRestart() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = Pipelines.start(Pipelines.job(
                    jenkins,
                    "waves",
                    SimulatedAws.plan(),
                    OPEN + "drsWave 'Database'; semaphore 'between'; drsWave 'Application'; drsWave 'Web'\n}\n"
                            + "echo \"got ${r.status}\""));
            SemaphoreStep.waitForStart("between/1", build);
        });
        sessions.then(jenkins -> {
            WorkflowRun build = Pipelines.build(jenkins, "waves");
            SemaphoreStep.success("between/1", null);

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

            jenkins.assertLogContains("got COMPLETED", build);
            assertThat(aws.calls("StartRecovery")).isEqualTo(3);
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldSkipWavesThatBlockDoesNotStart() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = jenkins.buildAndAssertStatus(
                    Result.UNSTABLE,
                    Pipelines.job(
                            jenkins,
                            "waves",
                            SimulatedAws.plan(),
                            OPEN + "drsWave 'Database'\n}\necho \"got ${r.waves*.status}\""));

            jenkins.assertLogContains("got [COMPLETED, SKIPPED, SKIPPED]", build);
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldCleanUpWhenBlockFails() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = jenkins.buildAndAssertStatus(
                    Result.FAILURE,
                    Pipelines.job(
                            jenkins,
                            "waves",
                            SimulatedAws.plan(),
                            OPEN + "drsWave 'Database'; error 'smoke test failed'\n}"));

            jenkins.assertLogContains("smoke test failed", build);
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldCleanUpWhenBlockIsAborted() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = Pipelines.start(Pipelines.job(
                    jenkins, "waves", SimulatedAws.plan(), OPEN + "drsWave 'Database'; semaphore 'between'\n}"));
            SemaphoreStep.waitForStart("between/1", build);
            build.doStop();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));

            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldNotStartBlockWhenPreflightFails() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            aws.fault("{\"kind\": \"accessDenied\", \"match\": {\"operation\": \"DescribeSourceServers\"}}");

            WorkflowRun build = jenkins.buildAndAssertStatus(
                    Result.FAILURE,
                    Pipelines.job(jenkins, "waves", SimulatedAws.plan(), OPEN + "echo 'in the block'\n}"));

            jenkins.assertLogNotContains("in the block\n", build);
            jenkins.assertLogContains("FAILED: Preflight found", build);
        });
    }

    @Test
    void shouldDrillOneWaveAlone() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = jenkins.buildAndAssertSuccess(Pipelines.job(
                    jenkins,
                    "wave",
                    SimulatedAws.plan(),
                    "def w = drsWave wave: 'Web', planText: plan, credentialsId: 'aws-dr'\n"
                            + "echo \"got ${w.status} ${w.servers.size()} ${w.cleanup.terminatedInstances}\""));

            jenkins.assertLogContains("got COMPLETED 2 2", build);
            assertThat(aws.calls("StartRecovery")).isEqualTo(1);
        });
    }

    @Test
    void shouldNameWavesWhenThereIsNoneOfThatName() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = jenkins.buildAndAssertStatus(
                    Result.FAILURE,
                    Pipelines.job(jenkins, "waves", SimulatedAws.plan(), OPEN + "drsWave 'Dataase'\n}"));

            jenkins.assertLogContains(
                    "Plan 'Three-Tier-Shop' has no wave 'Dataase'; it has: Database, Application, Web.", build);
        });
    }
}
