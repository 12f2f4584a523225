package io.jenkins.plugins.drs.plugin.build;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.run.ExecutionView;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class DrillPageTest {
    private static final long PATIENCE_MILLIS = 90_000;

    private JenkinsRule jenkins;

    @BeforeEach
    void simulate(JenkinsRule rule) {
        jenkins = rule;
        DisasterRecoveryConfiguration.get().setUseSimulator(true);
        DisasterRecoveryConfiguration.get().setSimulatorTimeScale(600);
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("nobody")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ, Item.READ, Item.BUILD)
                .everywhere()
                .to("builder"));
    }

    @Test
    void shouldLetOnlyApproversDecideAndOnlyReadersSee() throws Exception {
        WorkflowRun build = start();
        String page = pause(build);

        assertThat(status("nobody", page)).isEqualTo(404);
        assertThat(status("nobody", page + "api/json")).isEqualTo(404);
        assertThat(text("reader", page)).contains("waits for a decision", "SIMULATION").doesNotContain("formaction");
        assertThat(text("builder", page)).contains("formaction=\"/jenkins/" + page + "abort\"");
        assertThat(decide("reader", page + "proceed", "Application")).isEqualTo(403);
        assertThat(decide("builder", page + "proceed", "Database")).isEqualTo(409);
        assertThat(status("builder", page + "proceed?wave=Application")).isEqualTo(405);
        assertThat(decide("builder", page + "proceed", "Application")).isEqualTo(200);

        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(build));
        assertThat(text("reader", page + "audit.jsonl")).contains("builder");
        assertThat(text("reader", page + "api/json")).contains("\"status\":\"COMPLETED\"", "\"hostname\":\"shop-db-1\"");
        assertThat(text("reader", page + "results.json")).contains("\"sourceServers\"");
        assertThat(text("reader", page + "junit.xml")).contains("<testsuites");
    }

    @Test
    void shouldShowNoRoleOfAnAccountWhereAwsNamesIt() throws Exception {
        String plan = """
                targetAccounts:
                  - {accountId: "210987654321", accountName: Ledger, assumeRoleName: DrPrivateRole, externalId: ext-4711}
                protectionGroups:
                  - {groupName: Web, region: us-east-1, accountId: "210987654321", serverSelectionTags: {Tier: web}}
                recoveryPlans: [{planName: Shop, waves: [{waveName: First, protectionGroupName: Web}]}]
                """;
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "ledger");
        job.setDefinition(new CpsFlowDefinition("node { drsDrill planText: \'\'\'" + plan + "\'\'\' }", true));

        WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        String page = build.getUrl() + "drs/"
                + DrillIndex.get().of(build).get(0).record().executionId() + "/";
        assertThat(text("reader", page + "audit.jsonl")).contains("sts:AssumeRole", "***");
        for (String address : List.of(
                page,
                page + "audit.jsonl",
                page + "results.json",
                page + "junit.xml",
                page + "api/json?depth=3",
                build.getUrl() + "consoleText",
                build.getUrl() + "api/json?depth=5",
                build.getUrl())) {
            assertThat(text("reader", address)).as(address).doesNotContain("DrPrivateRole", "ext-4711");
        }
    }

    @Test
    void shouldLetApproversDecideInConsoleAndOnTheBuild() throws Exception {
        WorkflowRun build = start();
        String page = pause(build);
        String console = build.getUrl() + "logText/progressiveHtml?start=0";
        String button = "data-url=\"/" + page + "proceed?wave=Application\"";
        waitForText("builder", console, "drs-decision");

        assertThat(text("builder", console)).contains(button, page + "abort?wave=Application");
        assertThat(text("reader", console)).contains("Proceed").doesNotContain("drs-decision");
        assertThat(text("builder", build.getUrl())).contains(page + "proceed");
        assertThat(text("reader", build.getUrl())).contains("waits for a decision").doesNotContain(page + "proceed");
        assertThat(decide("builder", page + "proceed?wave=Application", "Application")).isEqualTo(200);

        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(build));
        assertThat(text("builder", console)).contains("Proceed").doesNotContain("drs-decision");
    }

    private void waitForText(String user, String path, String text) throws Exception {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!text(user, path).contains(text)) {
            assertThat(System.currentTimeMillis()).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    @Test
    void shouldShowDrillOnBuildAndJob() throws Exception {
        WorkflowRun build = start();
        decide("builder", pause(build) + "abort", "Application");
        jenkins.waitForCompletion(build);

        assertThat(text("reader", build.getUrl())).contains("Three-Tier-Shop", "RTO", "The drill was cancelled");
        assertThat(text("reader", "job/drill/")).contains("Recovery drills", "Three-Tier-Shop", "Cancelled");
        assertThat(text("reader", "job/drill/drs/api/json?depth=2")).contains("\"status\":\"CANCELLED\"");
        assertThat(text("reader", "job/drill/drs/")).contains("Three-Tier-Shop", "There is no earlier drill");
        assertThat(text("reader", "job/drill/drs/history.csv")).contains("rtoObjectiveSeconds", "CANCELLED");
        assertThat(status("nobody", "job/drill/drs/")).isEqualTo(404);
        assertThat(status("nobody", "job/drill/drs/history.csv")).isEqualTo(404);
    }

    private WorkflowRun start() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "drill");
        job.setDefinition(new CpsFlowDefinition("drsDrill planText: '''" + plan() + "'''", true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private static String plan() throws IOException {
        try (InputStream in = DrillPage.class.getResourceAsStream("/io/jenkins/plugins/drs/samples/three-tier/plan.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("rto: PT1H", "rto: PT9H")
                    .replace("waveName: Application\n", "waveName: Application\n        pauseBefore: true\n");
        }
    }

    /** Waits until the drill waits for a person; gives the address of its page. */
    private static String pause(WorkflowRun build) throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < deadline) {
            List<ExecutionView> executions = DrillIndex.get().of(build);
            if (!executions.isEmpty()
                    && executions.get(0).pausedWaves().contains("Application")
                    && executions.get(0).handle().isPresent()) {
                return build.getUrl() + "drs/" + executions.get(0).record().executionId() + "/";
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The drill did not pause");
    }

    private JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        client.setJavaScriptEnabled(false);
        return client.login(user);
    }

    private int status(String user, String path) throws Exception {
        return client(user).goTo(path, null).getWebResponse().getStatusCode();
    }

    private String text(String user, String path) throws Exception {
        return client(user).goTo(path, null).getWebResponse().getContentAsString();
    }

    private int decide(String user, String path, String wave) throws Exception {
        JenkinsRule.WebClient client = client(user);
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), HttpMethod.POST);
        request.setRequestParameters(List.of(new NameValuePair("wave", wave)));
        return client.getPage(client.addCrumb(request)).getWebResponse().getStatusCode();
    }
}
