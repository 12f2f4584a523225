package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.drs.plugin.configuration.StoredPlans;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStoreListener;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.test.steps.SemaphoreStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/**
 * Restarts and aborts {@code drsExport} and {@code drsImport}. They are over in a moment, so their file is a pipe that
 * nobody writes to: they stay in the middle of reading it.
 */
@DisabledOnOs(OS.WINDOWS)
class TransferInterruptionTest {
    private static final String PIPE = "dr/plan.yaml";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private Path pipe;

    private enum Case {
        EXPORT("drsExport planFile: '" + PIPE + "', file: 'out/config.json'", "got 1"),
        IMPORT("drsImport file: '" + PIPE + "'", "got [created:1, updated:0, skipped:0, unchanged:0, errors:[]]");

        private final String script;
        private final String told;

        Case(String step, String told) {
            this.script = "node { def r = " + step + "\necho \"got ${r.recoveryPlans}\" }";
            this.told = told;
        }
    }

    /** Ends the thread of the step that was left with the pipe. */
    @AfterEach
    void closePipe() throws Exception {
        Held.let();
        if (pipe != null && Files.exists(pipe)) {
            Thread writer = new Thread(this::writeNothing);
            writer.setDaemon(true);
            writer.start();
            writer.join(5_000);
        }
    }

    private void writeNothing() {
        try (OutputStream out = Files.newOutputStream(pipe)) {
            out.flush();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private WorkflowRun reading(JenkinsRule jenkins, Case step) throws Exception {
        var job = Pipelines.job(jenkins, "job", SimulatedAws.plan(), step.script);
        Path file = Path.of(jenkins.jenkins.getWorkspaceFor(job).getRemote(), PIPE);
        Files.createDirectories(file.getParent());
        pipe = file;
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
        WorkflowRun build = Pipelines.start(job);
        await().atMost(Duration.ofSeconds(60)).until(TransferInterruptionTest::isReading);
        return build;
    }

    private static boolean isReading() {
        return Thread.getAllStackTraces().values().stream()
                .anyMatch(stack -> Arrays.stream(stack)
                                .anyMatch(frame -> frame.getClassName().equals(PlanSource.class.getName()))
                        && stack[0].isNativeMethod());
    }

    /** The pipe goes out of the way of a document. */
    private void replacePipe() throws IOException {
        Path document = pipe;
        pipe = Files.move(pipe, pipe.resolveSibling("pipe"));
        Files.writeString(document, SimulatedAws.plan());
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeDoneAfterARestartInItsMiddle(Case step) throws Throwable {
        sessions.then(jenkins -> {
            reading(jenkins, step);
        });
        replacePipe();
        sessions.then(jenkins -> {
            WorkflowRun build = Pipelines.build(jenkins, "job");

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

            jenkins.assertLogContains(step.told, build);
            assertThat(build.getArtifactManager().root().child("out/config.json").exists())
                    .isEqualTo(step == Case.EXPORT);
            assertThat(PlanStore.get().current().revision()).isEqualTo(step == Case.IMPORT ? 1 : 0);
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldChangeNothingWhenAborted(Case step) throws Throwable {
        sessions.then(jenkins -> {
            WorkflowRun build = reading(jenkins, step);
            build.doStop();

            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));

            jenkins.assertLogNotContains("got ", build);
            closePipe();
            await().atMost(Duration.ofSeconds(60)).until(() -> !isReading());
            assertThat(PlanStore.get().current().revision()).isZero();
            assertThat(build.getArtifactManager().root().child("out/config.json").exists())
                    .isFalse();
        });
    }

    @Test
    void shouldImportOnceWhenARestartComesBetweenTheChangeAndTheEndOfTheStep() throws Throwable {
        sessions.then(jenkins -> {
            Held.hold();
            var job = Pipelines.job(jenkins, "job", SimulatedAws.plan(), "node { writeFile file: 'p.yaml', text: plan\n"
                    + "def r = drsImport file: 'p.yaml'\necho \"got ${r.outcome} ${r.changed}\" }");
            Pipelines.start(job);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> PlanStore.get().current().revision() == 1);
        });
        sessions.then(jenkins -> {
            WorkflowRun build = Pipelines.build(jenkins, "job");

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));

            jenkins.assertLogContains("got UNCHANGED false", build);
            assertThat(PlanStore.get().history()).hasSize(1);
        });
    }

    @Test
    void shouldKeepItsResultOverARestartAfterIt() throws Throwable {
        sessions.then(jenkins -> {
            var job = Pipelines.job(
                    jenkins,
                    "job",
                    SimulatedAws.plan(),
                    "def i, e\nnode { writeFile file: 'p.yaml', text: plan\ni = drsImport file: 'p.yaml'\n"
                            + "e = drsExport file: 'out.yaml' }\nsemaphore 'between'\n"
                            + "echo \"got ${i.recoveryPlans.created} ${i.revision} ${e.file} ${e.recoveryPlans}\"");
            WorkflowRun build = Pipelines.start(job);
            SemaphoreStep.waitForStart("between/1", build);
        });
        sessions.then(jenkins -> {
            WorkflowRun build = Pipelines.build(jenkins, "job");

            SemaphoreStep.success("between/1", null);

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
            jenkins.assertLogContains("got 1 1 out.yaml 1", build);
        });
    }

    /** Keeps whoever changed the store from going on. */
    @TestExtension
    public static final class Held implements PlanStoreListener {
        private static volatile CountDownLatch latch = new CountDownLatch(0);

        static void hold() {
            latch = new CountDownLatch(1);
        }

        static void let() {
            latch.countDown();
        }

        @Override
        public void changed(StoredConfiguration before, StoredConfiguration after, Change.Kind kind) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
