package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A drill of a job knows how long things took in the last good drill of the same plan in that job. */
@WithJenkins
class EarlierDrillsTest {
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
    void shouldLookLessOftenAtRunbooksThatTookSoLongBefore() throws Exception {
        WorkflowJob job = Pipelines.job(jenkins, "drill", SimulatedAws.plan(), DRILL);

        long first = looksOf(job);
        long second = looksOf(job);

        assertThat(second).as("looks at runbooks, %s at first", first).isLessThan(first);
    }

    @Test
    void shouldLearnNothingFromOtherJobs() throws Exception {
        long first = looksOf(Pipelines.job(jenkins, "drill", SimulatedAws.plan(), DRILL));
        long other = looksOf(Pipelines.job(jenkins, "other", SimulatedAws.plan(), DRILL));

        assertThat(other).isEqualTo(first);
    }

    @Test
    void shouldLearnNothingFromADrillThatDidNotEndWell() throws Exception {
        aws.fault("{\"kind\": \"failLaunch\", \"match\": {\"servers\": [\"shop-web-1\"]}, \"when\": {\"times\": 1}}");
        WorkflowJob job = Pipelines.job(jenkins, "drill", SimulatedAws.plan(), DRILL);
        jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

        long second = looksOf(job);
        long third = looksOf(job);

        assertThat(third).as("looks after a good drill, %s before", second).isLessThan(second);
    }

    /** Looks at runbooks in one more build of a job. */
    private long looksOf(WorkflowJob job) throws Exception {
        long before = aws.calls("GetAutomationExecution");
        jenkins.buildAndAssertSuccess(job);
        return aws.calls("GetAutomationExecution") - before;
    }
}
