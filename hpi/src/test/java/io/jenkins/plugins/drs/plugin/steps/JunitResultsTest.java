package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Result;
import hudson.tasks.junit.CaseResult;
import hudson.tasks.junit.SuiteResult;
import hudson.tasks.junit.TestResultAction;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.run.ExecutionView;
import io.jenkins.plugins.drs.plugin.build.JunitResults;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class JunitResultsTest {
    private static final String DRILL = "drsDrill planText: plan, credentialsId: 'aws-dr'";

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

    @Test
    void shouldShowDrillAsTestsOfItsBuildWithoutNode() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(Pipelines.job(jenkins, "drill", SimulatedAws.plan(), DRILL));

        TestResultAction tests = build.getAction(TestResultAction.class);
        assertThat(suites(tests))
                .contains("Preflight", "Wave 01 Database", "Wave 02 Application", "Wave 03 Web", "Cleanup", "Execution");
        assertThat(tests.getFailCount()).isZero();
        assertThat(tests.getPassedTests())
                .extracting(CaseResult::getClassName)
                .contains("[SIMULATED] Three-Tier-Shop.Wave 01 Database.server");
        assertThat(Pipelines.browser(jenkins).getPage(build, "testReport").asNormalizedText())
                .contains("Three-Tier-Shop.Wave 01 Database");
    }

    @Test
    void shouldShowFailedServerAndLeaveResultToTheStep() throws Exception {
        aws.fault("{\"kind\": \"failLaunch\", \"match\": {\"servers\": [\"shop-web-1\"]}}");

        WorkflowRun build = jenkins.buildAndAssertSuccess(
                Pipelines.job(jenkins, "drill", SimulatedAws.plan(), DRILL + ", onPartial: 'ignore'"));

        assertThat(build.getAction(TestResultAction.class).getFailedTests())
                .extracting(CaseResult::getName)
                .anyMatch(name -> name.startsWith("shop-web-1 "));
        assertThat(build.getResult()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void shouldAddUpDrillsAndStepsOfOneBuild() throws Exception {
        String own = "node { writeFile file: 'own.xml', text: '<testsuite name=\"own\"><testcase classname=\"a.B\" "
                + "name=\"own\"/></testsuite>'\n junit 'own.xml' }\n";

        WorkflowRun build = jenkins.buildAndAssertSuccess(
                Pipelines.job(jenkins, "drills", SimulatedAws.plan(), own + DRILL + "\n" + DRILL + "\n" + own));

        TestResultAction tests = build.getAction(TestResultAction.class);
        assertThat(suites(tests)).filteredOn("Wave 01 Database"::equals).hasSize(2);
        assertThat(suites(tests)).contains("own");
        assertThat(DrillIndex.get().of(build))
                .extracting(execution -> execution.record().executionId())
                .allSatisfy(id -> assertThat(tests.getResult().getSuites())
                        .extracting(SuiteResult::getId)
                        .contains(id));
    }

    @Test
    void shouldPublishOnceWhenToldAgain() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(Pipelines.job(jenkins, "drill", SimulatedAws.plan(), DRILL));
        ExecutionView execution = DrillIndex.get().of(build).get(0);
        int before = build.getAction(TestResultAction.class).getTotalCount();

        ExtensionList.lookupSingleton(JunitResults.class)
                .onArchived(build, execution.record(), execution.result().orElseThrow());

        assertThat(before).isPositive();
        assertThat(build.getAction(TestResultAction.class).getTotalCount()).isEqualTo(before);
    }

    /** Names with blanks, which some versions of the plugin write as underscores. */
    private static List<String> suites(TestResultAction tests) {
        return tests.getResult().getSuites().stream()
                .map(suite -> suite.getName().replace('_', ' '))
                .toList();
    }
}
