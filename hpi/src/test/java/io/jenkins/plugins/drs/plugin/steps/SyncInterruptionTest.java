package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.ExtensionList;
import hudson.model.Result;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.StoredPlans;
import io.jenkins.plugins.drs.plugin.configuration.SyncJob;
import io.jenkins.plugins.drs.plugin.configuration.schedule.InterruptedSyncFollower;
import io.jenkins.plugins.drs.plugin.configuration.schedule.PlanJobs;
import io.jenkins.plugins.drs.plugin.configuration.schedule.Purpose;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.engine.document.store.Change;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Syncs that are interrupted between applying and the end of their checks. */
class SyncInterruptionTest {
    private static final String SYNC = "node { writeFile file: 'p.yaml', text: plan\n"
            + "def r = drsSync file: 'p.yaml', credentialsId: 'aws-dr', onManualChange: 'overwrite'\n"
            + "echo \"got ${r.outcome} ${r.checks*.status}\" }";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final SimulatedAws aws = new SimulatedAws();

    @AfterEach
    void tearDown() {
        aws.close();
    }

    private WorkflowRun checking(JenkinsRule jenkins) throws Exception {
        return checking(jenkins, SimulatedAws.plan().replace("rto: PT1H", "rto: PT7H"));
    }

    private WorkflowRun checking(JenkinsRule jenkins, String stored) throws Exception {
        aws.useIn(jenkins);
        DisasterRecoveryConfiguration.get().setSyncJobs(List.of(new SyncJob("sync")));
        StoredPlans.storeDocument(stored);
        WorkflowRun build = Pipelines.start(Pipelines.job(jenkins, "sync", SimulatedAws.plan(), SYNC));
        jenkins.waitForMessage("[drs] Checking 1 plan: Three-Tier-Shop", build);
        return build;
    }

    private static String rto() throws Exception {
        return PlanStore.get()
                .current()
                .configuration()
                .plan("Three-Tier-Shop")
                .orElseThrow()
                .rto()
                .orElseThrow()
                .toString();
    }

    @Test
    void shouldPutBackWhatAnAbortLeavesUnchecked() throws Throwable {
        sessions.then(jenkins -> {
            aws.holdUp("DescribeSourceServers", Duration.ofSeconds(40));
            WorkflowRun build = checking(jenkins);
            assertThat(rto()).isEqualTo("PT1H");

            build.doStop();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
            jenkins.assertLogContains("was rolled back: The build was aborted before the checks were complete", build);
            assertThat(rto()).isEqualTo("PT7H");
            assertThat(PlanStore.get().history().get(0).change().kind()).isEqualTo(Change.Kind.ROLLBACK);
            assertThat(PlanStore.get().syncRecords().all().get(0).begun()).isEmpty();
        });
    }

    @Test
    void shouldSayThatItWaitsAndGoOnAfterTheOther() throws Throwable {
        sessions.then(jenkins -> {
            aws.holdUp("DescribeSourceServers", Duration.ofSeconds(40));
            WorkflowRun first = checking(jenkins);
            WorkflowRun second = Pipelines.start(Pipelines.job(jenkins, "other", SimulatedAws.plan(), SYNC));
            jenkins.waitForMessage("[drs] Waiting for another build, which syncs", second);

            first.doStop();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(first));
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(second));
            jenkins.assertLogContains("[drs] The other sync has ended", second);
            jenkins.assertLogContains("Dry run only", second);
        });
    }

    @Test
    void shouldAbortWhatWaitsForItsTurnAtOnce() throws Throwable {
        sessions.then(jenkins -> {
            aws.holdUp("DescribeSourceServers", Duration.ofSeconds(40));
            WorkflowRun first = checking(jenkins);
            WorkflowRun second = Pipelines.start(Pipelines.job(jenkins, "other", SimulatedAws.plan(), SYNC));
            jenkins.waitForMessage("[drs] Waiting for another build, which syncs", second);

            second.doStop();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(second));
            jenkins.assertLogNotContains("The other sync has ended", second);
            first.doStop();
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(first));
        });
    }

    @Test
    void shouldGoOnAfterASyncWhoseBuildWasKilledAndHaveItsDrillJobsFollow() throws Throwable {
        sessions.then(jenkins -> {
            aws.holdUp("DescribeSourceServers", Duration.ofMinutes(3));
            WorkflowRun killed = checking(jenkins, SimulatedAws.plan().replaceAll("(?m)^ *schedule:.*\n", ""));
            WorkflowRun second = Pipelines.start(Pipelines.job(jenkins, "other", SimulatedAws.plan(), SYNC));
            jenkins.waitForMessage("[drs] Waiting for another build, which syncs", second);
            killed.doKill();
            jenkins.waitForCompletion(killed);
            assertThat(PlanJobs.get().find("Three-Tier-Shop", Purpose.DRILL)).isEmpty();

            ExtensionList.lookupSingleton(InterruptedSyncFollower.class).run();

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(second));
            ExtensionList.lookupSingleton(InterruptedSyncFollower.class).run();
            await().until(() ->
                    PlanJobs.get().find("Three-Tier-Shop", Purpose.DRILL).isPresent());
        });
    }

    @Test
    void shouldCheckAfterARestartWhatItAppliedBefore() throws Throwable {
        sessions.then(this::checking);
        sessions.then(jenkins -> {
            WorkflowRun build = Pipelines.build(jenkins, "sync");

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

            jenkins.assertLogContains("got APPLIED [COMPLETED]", build);
            assertThat(rto()).isEqualTo("PT1H");
            assertThat(PlanStore.get().syncRecords().all().get(0).begun()).isEmpty();
        });
    }
}
