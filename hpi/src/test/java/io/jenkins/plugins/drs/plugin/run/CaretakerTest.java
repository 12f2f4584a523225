package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.term.Mode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.StoredPlans;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.result.RunInfo;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.SleepBuilder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CaretakerTest {
    private static final String ID = "drs-20261124T174902-7c30736a";
    private static final String PLAN = """
            protectionGroups:
              - {groupName: Web, region: us-east-1, serverSelectionTags: {DR-Application: shop, DR-Tier: web}}
            recoveryPlans:
              - {planName: Shop, waves: [{waveName: Web, protectionGroupName: Web}]}
            """;

    /** It would run on without a request, and be forgotten with everything that it launched at the next restart. */
    @Test
    void shouldNotTakeAnExecutionThatIsJustBeginningForALeftover(JenkinsRule jenkins) throws Exception {
        DrillHost host = DrillHost.get();
        Thread caretaker = new Thread(() -> new Caretaker().doRun());
        synchronized (host) { // as while an execution begins
            host.folders().open(request(), DrConfiguration.EMPTY);
            caretaker.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> caretaker.getState() == Thread.State.BLOCKED || !caretaker.isAlive());

            assertThat(host.folders().isOpen(ID)).isTrue();
        }

        caretaker.join();
        assertThat(host.folders().find(ID)).as("a leftover of a crash").isEmpty();
    }

    /** A Freestyle build cannot be taken up after a restart, so its drill is cancelled where nobody runs it any longer. */
    @Test
    void shouldLetADrillOfAFreestyleBuildGoOnThatBeganMeanwhile(JenkinsRule jenkins) throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject("drill");
        project.getBuildersList().add(new SleepBuilder(Duration.ofMinutes(10).toMillis()));
        FreeStyleBuild build = project.scheduleBuild2(0).waitForStart();
        BuildSide side = BuildSide.silent(Optional.of(build));
        StoredRequest begun = begunBefore(side);
        LogRecorder log = new LogRecorder().record(RunningDrill.class, Level.INFO).capture(100);
        DrillHost host = DrillHost.get();
        Thread caretaker = new Thread(() -> new Caretaker().doRun());
        RunningDrill drill;
        synchronized (host) { // as while an execution begins
            host.folders().change(begun);
            caretaker.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> caretaker.getState() == Thread.State.BLOCKED);
            drill = host.resume(begun, side);
        }
        caretaker.join();

        assertThat(log.getMessages()).noneMatch(line -> line.startsWith("Cancelling execution"));
        drill.cancel("test", "seen enough");
        await().atMost(Duration.ofMinutes(2)).until(() -> !host.folders().isOpen(begun.executionId()));
        build.doStop();
        jenkins.waitForCompletion(build);
    }

    /** It would be logged every minute, and hold its plan for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"no line of a journal", ""})
    void shouldReportOnceThatAnExecutionCannotGoOnAndLetItBeClosed(String journal, JenkinsRule jenkins) throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject("drill");
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(project);
        BuildSide side = BuildSide.silent(Optional.of(build));
        StoredRequest begun = begunBefore(side);
        DrillHost host = DrillHost.get();
        host.folders().change(begun);
        Files.writeString(host.folders().journal(begun.executionId()), journal);
        LogRecorder log = new LogRecorder().record("io.jenkins.plugins.drs", Level.INFO).capture(100);

        new Caretaker().doRun();
        new Caretaker().doRun();

        assertThat(log.getMessages())
                .filteredOn(line -> line.contains(begun.executionId()))
                .hasSize(1)
                .first()
                .asString()
                .contains("DrsOrchestrationExecution=" + begun.executionId());
        assertThat(host.claims().others(begun).find(begun.executionId()).stage()).isEqualTo(OtherExecutions.Stage.RUNNING);
        assertThat(host.index().find(begun.executionId()).orElseThrow().simulated()).as("as it was begun, without a journal").contains(true);
        assertThat(host.close(begun.executionId(), "alice")).isTrue();
        assertThat(host.folders().unfinished()).isEmpty();
        assertThat(host.close(begun.executionId(), "alice")).isFalse();
    }

    /** Has a journal, and nobody who runs it. */
    private static StoredRequest begunBefore(BuildSide side) throws Exception {
        DisasterRecoveryConfiguration.get().setUseSimulator(true);
        DrillHost before = new DrillHost();
        DrillRequest drill = new DrillRequest(
                "step",
                Mode.DRILL,
                StoredPlans.read(PLAN),
                "Shop",
                new DrillRequest.Limits(RunOptions.DEFAULT, Optional.empty(), true),
                Optional.empty(),
                false);
        String id = before.start(drill, side, new DrillCallback() {}).executionId();
        before.shutdown();
        return before.folders().find(id).orElseThrow();
    }

    private static StoredRequest request() {
        return new StoredRequest(
                1,
                ID,
                Instant.EPOCH,
                new BuildRef("drill", 1),
                "node-3",
                "drs/shop",
                new StoredRequest.Plan("Shop", Mode.DRILL, Set.of("shop")),
                new StoredRequest.Access(
                        new AccessChoice(AccessChoice.Source.SIMULATOR), Optional.empty(), true),
                Optional.empty(),
                true,
                false);
    }
}
