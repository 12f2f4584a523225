package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class SimulatorModeTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void shouldDrillWithoutAccountAndGoOnAfterRestart() throws Throwable {
        sessions.then(jenkins -> {
            DisasterRecoveryConfiguration.get().setUseSimulator(true);
            DisasterRecoveryConfiguration.get().setSimulatorTimeScale(120);
            WorkflowRun build = Pipelines.start(
                    Pipelines.job(
                            jenkins,
                            "drill",
                            SimulatedAws.planPausingBefore("Application").replace("rto: PT1H", "rto: PT9H"),
                            "def r = drsDrill planText: plan\necho \"got ${r.status} ${r.simulated} ${r.cleanup.terminatedInstances}\""));
            Pipelines.waitForPause(build, "Application");
        });
        sessions.then(jenkins -> {
            WorkflowRun build = Pipelines.build(jenkins, "drill");
            Pipelines.waitForPause(build, "Application").handle().get().decidePause("Application", true, "alice");

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

            jenkins.assertLogContains("got COMPLETED true 6", build);
            assertThat(jenkins.getLog(build)).contains("[SIMULATED]");
        });
    }
}
