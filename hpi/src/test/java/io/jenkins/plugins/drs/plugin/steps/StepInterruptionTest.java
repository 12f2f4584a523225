package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Restarts and aborts each step while an answer of AWS is under way to it. {@code drsDrill} and {@code drsSync} have tests of their own. */
class StepInterruptionTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final SimulatedAws aws = new SimulatedAws();

    /** A step, the call that it is interrupted in, how often it may be made when it is interrupted, and what it leaves. */
    private enum Case {
        CHECK("drsCheck planText: plan, credentialsId: 'aws-dr'", "DescribeSourceServers", 0, 0),
        CLEANUP(
                "drsDrill planText: plan, credentialsId: 'aws-dr', keepInstances: true\n"
                        + "r = drsCleanup planText: plan, credentialsId: 'aws-dr'",
                "TerminateRecoveryInstances",
                3,
                0),
        WAVE("drsWave wave: 'Web', planText: plan, credentialsId: 'aws-dr'", "StartRecovery", 1, 0),
        RECOVERY(
                "drsRecover confirm: 'Three-Tier-Shop', planText: plan, credentialsId: 'aws-dr'",
                "StartRecovery",
                3,
                6),
        AUTOMATION(
                "ssmAction document: 'DR-CheckHttpEndpoint', parameters: [Url: 'https://x'], region: 'us-east-1', "
                        + "credentialsId: 'aws-dr'",
                "StartAutomationExecution",
                0,
                0);

        private final String script;
        private final String held;
        private final int launches;
        private final int recovered;

        Case(String step, String held, int launches, int recovered) {
            this.script = "def r = " + step + "\necho \"got ${r.status}\"";
            this.held = held;
            this.launches = launches;
            this.recovered = recovered;
        }
    }

    @AfterEach
    void tearDown() {
        aws.close();
    }

    private WorkflowRun held(JenkinsRule jenkins, Case step) throws Exception {
        aws.useIn(jenkins);
        aws.holdUp(step.held);
        WorkflowRun build = Pipelines.start(Pipelines.job(jenkins, "job", SimulatedAws.plan(), step.script));
        await().atMost(Duration.ofSeconds(60)).until(() -> aws.calls(step.held) > 0);
        return build;
    }

    @ParameterizedTest
    @EnumSource
    void shouldGoOnAfterRestart(Case step) throws Throwable {
        sessions.then(jenkins -> {
            held(jenkins, step);
        });
        sessions.then(jenkins -> {
            WorkflowRun build = Pipelines.build(jenkins, "job");

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

            jenkins.assertLogContains(step == Case.AUTOMATION ? "got Success" : "got COMPLETED", build);
            assertThat(aws.calls("StartRecovery")).isEqualTo(step.launches);
            assertThat(aws.automationsOf("DR-CheckHttpEndpoint")).isEqualTo(step == Case.CHECK ? 0 : 1);
            assertThat(aws.drillInstances()).isZero();
            assertThat(aws.recoveredInstances()).isEqualTo(step.recovered);
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveNoDrillInstanceWhenAborted(Case step) throws Throwable {
        sessions.then(jenkins -> {
            WorkflowRun build = held(jenkins, step);
            build.doStop();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));

            jenkins.assertLogContains("Aborted: actions are stopped", build);
            jenkins.assertLogNotContains("got ", build);
            assertThat(aws.drillInstances()).isZero();
            assertThat(aws.runningAutomations()).isZero();
        });
    }
}
