package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.FeatureSettings;
import io.jenkins.plugins.drs.plugin.configuration.SyncJob;
import io.jenkins.plugins.drs.plugin.configuration.StoredPlans;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.run.Feature;
import java.util.List;
import java.util.function.Consumer;
import org.htmlunit.Page;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Every feature can be switched off, and then says so. */
@WithJenkins
class FeaturesTest {
    private static final String OFF = "switched off by an administrator";

    private final SimulatedAws aws = new SimulatedAws();
    private JenkinsRule jenkins;
    private int jobs;

    @BeforeEach
    void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        aws.useIn(jenkins);
    }

    @AfterEach
    void tearDown() {
        aws.close();
    }

    private static void off(Consumer<FeatureSettings> change) {
        FeatureSettings features = new FeatureSettings();
        change.accept(features);
        DisasterRecoveryConfiguration.get().setFeatures(features);
    }

    private WorkflowRun run(String script, Result expected) throws Exception {
        return jenkins.buildAndAssertStatus(
                expected, Pipelines.job(jenkins, "job" + jobs++, SimulatedAws.plan(), script));
    }

    private String page(String address, int status) throws Exception {
        JenkinsRule.WebClient browser = Pipelines.browser(jenkins);
        browser.setThrowExceptionOnFailingStatusCode(false);
        Page page = browser.goTo(address, null);
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(status);
        return page.getWebResponse().getContentAsString();
    }

    @Test
    void shouldHaveEverythingOnAndKeepWhatTheFormShows() throws Exception {
        for (Feature feature : Feature.values()) {
            assertThat(feature.isOn()).isTrue();
        }
        off(features -> features.setSync(false));
        SyncJob job = new SyncJob("platform/*");
        job.setBranches("main");
        DisasterRecoveryConfiguration.get().setSyncJobs(List.of(job));

        jenkins.configRoundtrip();

        assertThat(Feature.SYNC.isOn()).isFalse();
        assertThat(Feature.AUTOMATION_ACTIONS.isOn()).isTrue();
        assertThat(DisasterRecoveryConfiguration.get().getSyncJobs())
                .singleElement()
                .satisfies(kept -> assertThat(kept.getJob() + " " + kept.getBranches())
                        .isEqualTo("platform/* main"));
    }

    @Test
    void shouldRefuseActionsAsAWholeAndCleanUpNevertheless() throws Exception {
        off(features -> features.setAutomationActions(false));

        for (String step : List.of("drsDrill", "drsCheck")) {
            WorkflowRun build = run(step + " planText: plan, credentialsId: 'aws-dr'", Result.FAILURE);
            jenkins.assertLogContains("Automation actions: " + OFF, build);
            jenkins.assertLogContains("Database/", build);
            assertThat(DrillIndex.get().of(build)).hasSize(1);
        }
        WorkflowRun looked = run(
                "def r = drsCheck planText: plan, credentialsId: 'aws-dr', propagate: false\n"
                        + "echo \"got ${r.status} ${r.checks.find { it.name == 'Automation actions' }.status}\"",
                Result.SUCCESS);
        jenkins.assertLogContains("got FAILED FAILED", looked);
        WorkflowRun action = run(
                "ssmAction document: 'DR-CheckHttpEndpoint', region: 'us-east-1', credentialsId: 'aws-dr',"
                        + " parameters: [Url: 'https://x']",
                Result.FAILURE);
        jenkins.assertLogContains(OFF, action);
        assertThat(aws.calls("StartRecovery")).isZero();
        assertThat(aws.calls("StartAutomationExecution")).isZero();

        String plain = SimulatedAws.plan().replaceAll("(?s) +(pre|post)WaveActions:.*?(?=\\n      - waveName|\\z)", "");
        assertThat(plain).doesNotContain("WaveActions");
        jenkins.buildAndAssertSuccess(Pipelines.job(
                jenkins, "plain", plain, "drsCheck planText: plan, credentialsId: 'aws-dr'"));
        run("drsCleanup planText: plan, credentialsId: 'aws-dr'", Result.SUCCESS);
    }

    @Test
    void shouldKeepSummaryAndJournalAlone() throws Exception {
        off(features -> features.setDetailedResults(false));

        WorkflowRun build = run(
                "def r = drsDrill planText: plan, credentialsId: 'aws-dr'\necho \"got ${r.status}\"", Result.SUCCESS);

        jenkins.assertLogContains("got COMPLETED", build);
        assertThat(build.getArtifacts())
                .extracting(artifact -> artifact.relativePath)
                .singleElement()
                .asString()
                .endsWith("audit.jsonl");
        String report = build.getUrl() + "drs/"
                + DrillIndex.get().of(build).get(0).record().executionId() + "/";
        assertThat(page(report, 200)).contains("Detailed results: " + OFF).doesNotContain("results.json");
        page(report + "results.json", 403);
        page(report + "servers.csv", 403);
        page(report + "audit.jsonl", 200);
        assertThat(page(build.getParent().getUrl() + "drs/", 200)).contains(OFF);
        page(build.getUrl(), 200);
        page(build.getParent().getUrl(), 200);
        off(features -> {});
        page(report + "results.json", 200);
    }

    @Test
    void shouldRefuseExportAndImport() throws Exception {
        StoredPlans.storeDocument(SimulatedAws.plan());
        off(features -> features.setExportImport(false));

        jenkins.assertLogContains(OFF, run("node { drsExport file: 'a.yaml' }", Result.FAILURE));
        jenkins.assertLogContains(
                OFF, run("node { writeFile file: 'a.yaml', text: plan\ndrsImport file: 'a.yaml' }", Result.FAILURE));
        assertThat(page("disaster-recovery/export/", 200)).contains(OFF).doesNotContain("action=\"download\"");
        assertThat(page("disaster-recovery/export/download", 200)).contains(OFF);
        assertThat(page("disaster-recovery/import/pending/x/", 200)).contains(OFF);
        assertThat(page("disaster-recovery/import/", 200)).contains(OFF).doesNotContain("<textarea");
    }

    @Test
    void shouldNeverGoToAwsInsteadOfTheSimulator() throws Exception {
        DisasterRecoveryConfiguration.get().setUseSimulator(true);
        off(features -> features.setSimulator(false));

        WorkflowRun build = run("drsCheck planText: plan, credentialsId: 'aws-dr'", Result.FAILURE);

        jenkins.assertLogContains("Simulator and samples: " + OFF, build);
        assertThat(aws.calls("DescribeSourceServers")).isZero();
        assertThat(page("disaster-recovery/", 200)).doesNotContain("disaster-recovery/sample");
    }

    @Test
    void shouldRefuseToSync() throws Exception {
        off(features -> features.setSync(false));
        DisasterRecoveryConfiguration.get().setSyncJobs(List.of(new SyncJob("**")));

        WorkflowRun build =
                run("node { writeFile file: 'a.yaml', text: plan\ndrsSync file: 'a.yaml' }", Result.FAILURE);

        jenkins.assertLogContains("Sync with repositories: " + OFF, build);
        assertThat(PlanStore.get().current().revision()).isZero();
    }
}
