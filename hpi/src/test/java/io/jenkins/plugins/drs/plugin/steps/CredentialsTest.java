package io.jenkins.plugins.drs.plugin.steps;

import io.jenkins.plugins.drs.plugin.run.StuckDrills.StuckDrill;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.ProxyConfiguration;
import hudson.model.Result;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.build.StuckDrillsMonitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Keys that expire, change or go while a drill runs. */
class CredentialsTest {
    private static final long PATIENCE_MILLIS = 60_000;
    private static final String BOUND =
            "withCredentials([[$class: 'AmazonWebServicesCredentialsBinding', credentialsId: 'aws-dr']]) {\n"
                    + "drsDrill planText: plan\n}";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final SimulatedAws aws = new SimulatedAws();

    @AfterEach
    void tearDown() {
        aws.close();
    }

    @Test
    void shouldLookUpKeysAgainWhenTheyExpireInMidDrill() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = startPausing(jenkins, "drsDrill planText: plan, credentialsId: 'aws-dr'");
            replaceKeys();
            aws.fault("{\"kind\": \"expiredCredentials\", \"when\": {\"times\": 1}}");

            approve(build);

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
            assertThat(Rotated.ASKED).hasPositiveValue();
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldTakeUpKeysOfResumedBlockAfterRestart() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            startPausing(jenkins, BOUND);
        });
        sessions.then(jenkins -> {
            WorkflowRun build = Pipelines.build(jenkins, "drill");
            approve(build);

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
            assertThat(aws.drillInstances()).isZero();
        });
    }

    @Test
    void shouldTellAdministratorsWhatStaysWhenKeysWentWithTheBuild() throws Throwable {
        Path[] folder = new Path[1];
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            WorkflowRun build = startPausing(jenkins, BOUND);
            folder[0] = build.getParent().getRootDir().toPath();
        });
        int running = aws.drillInstances();
        deleteRecursively(folder[0]);
        sessions.then(jenkins -> {
            String id = waitForStuck().record().executionId();

            assertThat(running).isPositive();
            assertThat(aws.drillInstances()).isEqualTo(running);
            String page = Pipelines.browser(jenkins).goTo("manage").asNormalizedText();
            assertThat(page)
                    .contains("Three-Tier-Shop", id, "AWS_ACCESS_KEY_ID")
                    .containsPattern("i-[0-9a-f]{17}")
                    .contains("us-east-1", "Close this execution", "drsCleanup");
            new StuckDrillsMonitor().doClose(id);
            assertThat(DrillIndex.get().stuck().undismissed()).isEmpty();
            assertThat(DrillIndex.get().find(id)).as("its folder").isEmpty();
            jenkins.buildAndAssertSuccess(Pipelines.job(
                    jenkins, "cleanup", SimulatedAws.plan(), "drsCleanup planText: plan, credentialsId: 'aws-dr'"));
            assertThat(aws.drillInstances()).isZero();
        });
    }

    /** The role's keys come from STS, which is asked through a proxy that is not there. */
    @Test
    void shouldSayThatStsCannotBeReachedAndNotBlameTheKeys() throws Throwable {
        sessions.then(jenkins -> {
            aws.useIn(jenkins);
            jenkins.jenkins.proxy = new ProxyConfiguration("127.0.0.1", closedPort());
            var credentials = SystemCredentialsProvider.getInstance().getCredentials();
            credentials.clear();
            credentials.add(new AWSCredentialsImpl(
                    CredentialsScope.GLOBAL,
                    SimulatedAws.CREDENTIALS,
                    "AKIATESTTESTTESTTEST",
                    SimulatedAws.SECRET,
                    "a role",
                    "arn:aws:iam::111122223333:role/dr",
                    null,
                    "shop-drill"));

            WorkflowRun build = jenkins.buildAndAssertStatus(
                    Result.FAILURE,
                    Pipelines.job(
                            jenkins, "check", SimulatedAws.plan(), "drsCheck planText: plan, credentialsId: 'aws-dr'"));

            jenkins.assertLogContains("Its credentials could not be asked for", build);
            jenkins.assertLogContains("The credentials were not refused.", build);
            jenkins.assertLogNotContains("Give valid AWS credentials", build);
        });
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static WorkflowRun startPausing(JenkinsRule jenkins, String script) throws Exception {
        WorkflowRun build = Pipelines.start(
                Pipelines.job(jenkins, "drill", SimulatedAws.planPausingBefore("Application"), script));
        Pipelines.waitForPause(build, "Application");
        return build;
    }

    private static void approve(WorkflowRun build) throws InterruptedException {
        Pipelines.waitForPause(build, "Application").handle().orElseThrow().decidePause("Application", true, "alice");
    }

    private static void replaceKeys() {
        var credentials = SystemCredentialsProvider.getInstance().getCredentials();
        credentials.clear();
        credentials.add(new Rotated());
    }

    /** Other keys under the same id, which tell when they are asked for. */
    private static final class Rotated extends AWSCredentialsImpl {
        private static final long serialVersionUID = 1L;
        private static final AtomicInteger ASKED = new AtomicInteger();

        Rotated() {
            super(
                    CredentialsScope.GLOBAL,
                    SimulatedAws.CREDENTIALS,
                    "AKIAROTATEDROTATEDRO",
                    SimulatedAws.SECRET,
                    "rotated");
        }

        @Override
        public AwsCredentials resolveCredentials() {
            ASKED.incrementAndGet();
            return super.resolveCredentials();
        }
    }

    private static StuckDrill waitForStuck() throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (DrillIndex.get().stuck().undismissed().isEmpty()) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("Nothing reports that the drill cannot go on");
            }
            Thread.sleep(100);
        }
        return DrillIndex.get().stuck().undismissed().get(0);
    }

    private static void deleteRecursively(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
