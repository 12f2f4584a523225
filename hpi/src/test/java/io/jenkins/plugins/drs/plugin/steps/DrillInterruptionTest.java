package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.run.ExecutionView;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Restarts, aborts and deletions in the middle of a drill: after the first wave, with its instances running. */
class DrillInterruptionTest {
    private static final String PLAN = SimulatedAws.planPausingBefore("Application");
    private static final String DRILL = "def r = drsDrill planText: plan, credentialsId: 'aws-dr'\n"
            + "echo \"got ${r.status} ${r.waves*.status}\"";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final SimulatedAws aws = new SimulatedAws();

    @AfterEach
    void tearDown() {
        aws.close();
    }

    @Test
    void shouldGoOnAfterRestart() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            Pipelines.waitForPause(Pipelines.start(Pipelines.job(jenkins, "drill", PLAN, DRILL)), "Application");
        });
        sessions.then(jenkins -> {
            WorkflowRun build = Pipelines.build(jenkins, "drill");
            Pipelines.waitForPause(build, "Application").handle().get().decidePause("Application", true, "alice");

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

            jenkins.assertLogContains("approved by alice", build);
            jenkins.assertLogContains("got COMPLETED [COMPLETED, COMPLETED, COMPLETED]", build);
            assertThat(aws.calls("StartRecovery")).isEqualTo(3);
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldLeaveTheDrillToTheProcessThatHasItsJournal() throws Throwable {
        Path[] lock = new Path[1];
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = Pipelines.start(Pipelines.job(jenkins, "drill", PLAN, DRILL));
            String id = Pipelines.waitForPause(build, "Application").record().executionId();
            lock[0] = jenkins.jenkins.getRootDir().toPath().resolve("disaster-recovery/executions/" + id + "/.audit.jsonl.lock");
        });
        int running = aws.drillInstances();
        try (FileChannel elsewhere = FileChannel.open(lock[0], StandardOpenOption.WRITE)) {
            assertThat(elsewhere.tryLock()).isNotNull();
            sessions.then(jenkins -> {
                WorkflowRun build = Pipelines.build(jenkins, "drill");

                jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(build));

                jenkins.assertLogContains("ERROR: Another process works on this drill", build);
                jenkins.assertLogNotContains("JournalInUseException", build);
                assertThat(aws.drillInstances()).isEqualTo(running);
            });
        }
    }

    @Test
    void shouldCleanUpWhenAbortedAfterRestart() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            Pipelines.waitForPause(Pipelines.start(Pipelines.job(jenkins, "drill", PLAN, DRILL)), "Application");
        });
        sessions.then(jenkins -> {
            WorkflowRun build = Pipelines.build(jenkins, "drill");
            Pipelines.waitForPause(build, "Application");
            build.doStop();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));

            assertThat(aws.calls("StartRecovery")).isEqualTo(1);
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldCleanUpWhenAborted() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = Pipelines.start(Pipelines.job(jenkins, "drill", PLAN, DRILL));
            Pipelines.waitForPause(build, "Application");
            assertThat(aws.drillInstances()).isEqualTo(2);
            build.doStop();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));

            jenkins.assertLogContains("Drill CANCELLED", build);
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldEndAtOnceWhenAbortedTwice() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = Pipelines.start(Pipelines.job(jenkins, "drill", PLAN, DRILL));
            Pipelines.waitForPause(build, "Application");
            aws.fault("{\"kind\": \"throttle\", \"match\": {\"operation\": \"TerminateRecoveryInstances\"}}");
            build.doStop();
            jenkins.waitForMessage("Aborted: actions are stopped", build);
            build.doStop();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));

            jenkins.assertLogContains("Aborted again", build);
            assertThat(aws.drillInstances()).isEqualTo(2);
        });
    }

    @Test
    void shouldEndAsCancelledWhenNotApproved() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = Pipelines.start(Pipelines.job(jenkins, "drill", PLAN, DRILL));
            Pipelines.waitForPause(build, "Application").handle().get().decidePause("Application", false, "bob");

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));

            jenkins.assertLogContains("rejected by bob", build);
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldCleanUpBehindDeletedJob() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowJob job = Pipelines.job(jenkins, "drill", PLAN, DRILL);
            ExecutionView drill = Pipelines.waitForPause(Pipelines.start(job), "Application");
            job.delete();

            await().atMost(Duration.ofSeconds(60)).until(() -> aws.drillInstances() == 0);

            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            DrillIndex.get().find(drill.record().executionId()).isEmpty());
        });
    }

    @Test
    void shouldNotTakeUpExecutionOfDeletedJobOfTheSameName() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowJob job = Pipelines.job(jenkins, "drill", PLAN, DRILL);
            ExecutionView old = Pipelines.waitForPause(Pipelines.start(job), "Application");
            job.delete();

            WorkflowRun build = Pipelines.start(Pipelines.job(
                    jenkins, "drill", PLAN, DRILL.replace("'aws-dr'", "'aws-dr', concurrency: 'wait'")));
            ExecutionView drill = Pipelines.waitForPause(build, "Application");
            drill.handle().orElseThrow().decidePause("Application", true, "alice");

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
            assertThat(drill.record().executionId()).isNotEqualTo(old.record().executionId());
            assertThat(DrillIndex.get().of(build)).hasSize(1);
        });
    }

    @Test
    void shouldCleanUpBehindTerminatedBuild() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = Pipelines.start(Pipelines.job(jenkins, "drill", PLAN, DRILL));
            Pipelines.waitForPause(build, "Application");
            build.doTerm();
            jenkins.waitForCompletion(build);

            await().atMost(Duration.ofSeconds(60)).until(() -> aws.drillInstances() == 0);
        });
    }

    @Test
    void shouldRefuseSecondBuildOfPlan() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun first = Pipelines.start(Pipelines.job(jenkins, "first", PLAN, DRILL));
            ExecutionView drill = Pipelines.waitForPause(first, "Application");

            WorkflowRun second =
                    jenkins.buildAndAssertStatus(Result.FAILURE, Pipelines.job(jenkins, "second", PLAN, DRILL));

            jenkins.assertLogContains("Plan 'Three-Tier-Shop' is in use by another build", second);
            drill.handle().get().decidePause("Application", true, "alice");
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(first));
        });
    }

    @Test
    void shouldWaitForOtherBuildOfPlan() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun first = Pipelines.start(Pipelines.job(jenkins, "first", PLAN, DRILL));
            ExecutionView drill = Pipelines.waitForPause(first, "Application");
            WorkflowRun second = Pipelines.start(Pipelines.job(
                    jenkins,
                    "second",
                    SimulatedAws.plan(),
                    "drsDrill planText: plan, credentialsId: 'aws-dr', concurrency: 'wait'"));
            jenkins.waitForMessage("[drs] Waiting for another build", second);

            drill.handle().get().decidePause("Application", true, "alice");

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(first));
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(second));
            assertThat(aws.calls("StartRecovery")).isEqualTo(6);
        });
    }

    @Test
    void shouldCancelWhenItsTimeIsOver() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = jenkins.buildAndAssertStatus(
                    Result.ABORTED,
                    Pipelines.job(
                            jenkins,
                            "drill",
                            PLAN,
                            "drsDrill planText: plan, credentialsId: 'aws-dr', timeoutMinutes: 90"));

            jenkins.assertLogContains("Its time limit was exceeded.", build);
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldGoOnWhenJobWasRenamed() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowJob job = Pipelines.job(jenkins, "drill", PLAN, DRILL);
            Pipelines.waitForPause(Pipelines.start(job), "Application");
            job.renameTo("renamed");
        });
        sessions.then(jenkins -> {
            WorkflowRun build = Pipelines.build(jenkins, "renamed");
            Pipelines.waitForPause(build, "Application").handle().get().decidePause("Application", true, "alice");

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

            assertThat(aws.calls("StartRecovery")).isEqualTo(3);
        });
    }
}
