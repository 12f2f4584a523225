package io.jenkins.plugins.drs.plugin.steps;

import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.run.ExecutionView;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** Makes and watches pipelines. */
final class Pipelines {
    private static final long PATIENCE_MILLIS = 150_000;

    private Pipelines() {}

    /** A job whose sandboxed script sees the plan as {@code plan}. */
    static WorkflowJob job(JenkinsRule jenkins, String name, String plan, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition("def plan = '''" + plan + "'''\n" + script, true));
        return job;
    }

    static WorkflowRun start(WorkflowJob job) throws Exception {
        return job.scheduleBuild2(0).waitForStart();
    }

    static WorkflowRun build(JenkinsRule jenkins, String name) {
        return jenkins.jenkins.getItemByFullName(name, WorkflowJob.class).getLastBuild();
    }

    /** Waits until a wave is paused; gives the execution. */
    static ExecutionView waitForPause(WorkflowRun build, String wave) throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < deadline) {
            List<ExecutionView> executions = DrillIndex.get().of(build);
            if (!executions.isEmpty()
                    && executions.get(0).pausedWaves().contains(wave)
                    && executions.get(0).handle().isPresent()) {
                return executions.get(0);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Wave " + wave + " did not pause");
    }

    /** A browser that runs no scripts: those of other plugins are none of our business. */
    static JenkinsRule.WebClient browser(JenkinsRule jenkins) {
        JenkinsRule.WebClient browser = jenkins.createWebClient();
        browser.setJavaScriptEnabled(false);
        return browser;
    }
}
