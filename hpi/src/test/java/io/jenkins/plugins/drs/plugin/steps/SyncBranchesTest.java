package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.SyncJob;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.configuration.sync.SyncOrigin;
import io.jenkins.plugins.drs.engine.document.sync.SyncRecord;
import java.util.List;
import java.util.Map;
import jenkins.branch.BranchSource;
import jenkins.scm.impl.SingleSCMSource;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.replay.ReplayAction;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Which branches apply what they sync. */
@WithJenkins
class SyncBranchesTest {
    private static String jenkinsfile(String rto) {
        String plan = "protectionGroups:\n  - {groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}\n"
                + "recoveryPlans:\n  - {planName: Shop, rto: " + rto
                + ", waves: [{waveName: Only, protectionGroupName: Web}]}\n";
        return "node { writeFile file: 'p.yaml', text: '''" + plan + "'''\n"
                + "withEnv(['BRANCH_NAME=main', 'JOB_NAME=recovery/main', 'CHANGE_ID=']) {\n"
                + "def r = drsSync file: 'p.yaml', check: false\n"
                + "echo \"got ${r.outcome} ${r.allowed}\" } }";
    }

    private static BranchSource branch(String name, String rto) throws Exception {
        return new BranchSource(
                new SingleSCMSource(name, new SingleFileSCM("Jenkinsfile", jenkinsfile(rto).getBytes())));
    }

    private static WorkflowRun only(JenkinsRule jenkins, WorkflowMultiBranchProject project, String branch)
            throws Exception {
        WorkflowRun build = project.getItem(branch).getLastBuild();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
        return build;
    }

    @Test
    void shouldApplyInAllowedBranchesOnlyWhateverVariablesSay(JenkinsRule jenkins) throws Exception {
        SyncJob allowed = new SyncJob("recovery");
        allowed.setBranches("main");
        DisasterRecoveryConfiguration.get().setSyncJobs(List.of(allowed));
        WorkflowMultiBranchProject project = jenkins.createProject(WorkflowMultiBranchProject.class, "recovery");
        project.getSourcesList().add(branch("feature", "PT2H"));

        project.scheduleBuild2(0).getFuture().get();
        jenkins.waitUntilNoActivity();

        WorkflowRun feature = only(jenkins, project, "feature");
        jenkins.assertLogContains("The branch 'feature' of 'recovery' is not among the branches", feature);
        jenkins.assertLogContains("got POSSIBLE false", feature);
        assertThat(PlanStore.get().current().revision()).isZero();
        assertThat(SyncOrigin.of(feature).branch()).contains("feature");

        project.getSourcesList().add(branch("main", "PT1H"));
        project.scheduleBuild2(0).getFuture().get();
        jenkins.waitUntilNoActivity();
        jenkins.assertLogContains("got APPLIED true", only(jenkins, project, "main"));
        assertThat(PlanStore.get().current().revision()).isEqualTo(1);
        assertThat(PlanStore.get().syncRecords().all())
                .extracting(SyncRecord::source)
                .containsExactly("recovery#p.yaml");

        project.renameTo("elsewhere");
        assertThat(PlanStore.get().syncRecords().all())
                .extracting(SyncRecord::source)
                .containsExactly("elsewhere#p.yaml");
    }

    @Test
    void shouldNotApplyWhatIsReplayed(JenkinsRule jenkins) throws Exception {
        DisasterRecoveryConfiguration.get().setSyncJobs(List.of(new SyncJob("sync")));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "sync");
        job.setDefinition(new CpsFlowDefinition(jenkinsfile("PT1H"), true));
        WorkflowRun first = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("got APPLIED true", first);

        ReplayAction replay = first.getAction(ReplayAction.class);
        WorkflowRun second = (WorkflowRun)
                replay.run(jenkinsfile("PT9H"), Map.of()).get();

        jenkins.assertBuildStatus(Result.SUCCESS, second);
        jenkins.assertLogContains("Replayed builds never apply changes", second);
        jenkins.assertLogContains("got POSSIBLE false", second);
        assertThat(PlanStore.get().current().revision()).isEqualTo(1);
    }
}
