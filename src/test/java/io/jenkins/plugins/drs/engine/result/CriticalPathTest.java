package io.jenkins.plugins.drs.engine.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.result.CriticalPath.Kind;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
    @Test
    void shouldAddUpToTheRecoveryTime() {
        DrillResult result = Stories.allGoesWell().result();
        CriticalPath path = result.criticalPath();

        assertThat(path.complete()).isTrue();
        assertThat(path.total()).isEqualTo(result.verdict().rto().reached().orElseThrow());
    }

    @Test
    void shouldGoFromStepToStepWithoutGap() {
        for (DrillStory story : Stories.all()) {
            ResultCollector collector = new ResultCollector();
            for (RecordedEvent event : story.events()) {
                collector.accept(event);
                assertGapless(collector.result());
            }
        }
    }

    private static void assertGapless(DrillResult result) {
        List<CriticalPath.Step> steps = result.criticalPath().steps();
        for (int index = 0; index < steps.size(); index++) {
            Timing timing = steps.get(index).timing();
            assertThat(timing.length().orElseThrow()).isPositive();
            assertThat(timing.started())
                    .isEqualTo(
                            index == 0
                                    ? result.verdict().timing().started()
                                    : steps.get(index - 1).timing().ended());
        }
    }

    @Test
    void shouldCountWhatPassesBetweenTheEndOfAJobAndOurNextStepAsOurs() {
        DrillStory story = started().waveIs("Database", WaveStatus.LAUNCHING).wait(7);
        WaveStory wave = story.wave("Database").launches().jobRuns();
        wave.allLaunch();
        story.wait(25).waveIs("Database", WaveStatus.VALIDATING);
        wave.allValidate();
        CriticalPath path = ended(story, "Database").criticalPath();

        assertThat(path.steps().stream().map(CriticalPath.Step::kind))
                .containsExactly(Kind.PREFLIGHT, Kind.PREPARE, Kind.LAUNCH, Kind.NOTICE, Kind.VALIDATE);
        assertThat(path.ours()).isEqualTo(Duration.ofSeconds(7 + 25));
        assertThat(path.aws()).isEqualTo(Duration.ofSeconds(2 + 30 + 460 + 140));
        assertThat(path.preflight()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void shouldCountWaitingForAPersonApart() {
        DrillStory story = started().waveIs("Database", WaveStatus.PAUSED).wait(600);
        story.waveIs("Database", WaveStatus.LAUNCHING);
        WaveStory wave = story.wave("Database").launches().jobRuns().allLaunch();
        story.waveIs("Database", WaveStatus.VALIDATING);
        wave.allValidate();

        assertThat(ended(story, "Database").criticalPath().person()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void shouldCountAsLostHowLateTheEndOfARunbookWasSeen() {
        DrillStory story = new DrillStory(
                        PlanBuilder.plan("Plan").wave("Database", List.of("Stop Services"), List.of(), "db-01"))
                .starts()
                .preflightPasses();
        story.waveIs("Database", WaveStatus.PRE_ACTIONS);
        WaveStory wave = story.wave("Database").actionStarts(ActionPhase.PRE, 0);
        story.wait(60);
        wave.actionIsSeenToEnd(ActionPhase.PRE, 0, 12);
        story.waveIs("Database", WaveStatus.LAUNCHING);
        wave.launches().jobRuns().allLaunch();
        story.waveIs("Database", WaveStatus.VALIDATING);
        wave.allValidate();

        assertThat(ended(story, "Database").criticalPath().steps())
                .filteredOn(step -> step.name().equals(Optional.of("Stop Services")))
                .extracting(
                        CriticalPath.Step::kind, step -> step.timing().length().orElseThrow())
                .containsExactly(
                        tuple(Kind.RUNBOOK, Duration.ofSeconds(53)), tuple(Kind.NOTICE, Duration.ofSeconds(12)));
    }

    /** Two waves run at the same time; the one that takes longer makes the third wait. */
    @Test
    void shouldLeadThroughTheSlowestOfTheWavesThatWereWaitedFor() {
        DrillResult result = Stories.diamond().result();

        assertThat(result.criticalPath().steps().stream()
                        .flatMap(step -> step.wave().stream())
                        .distinct())
                .containsExactly("Slow", "Last");
        assertThat(result.criticalPath().total())
                .isEqualTo(result.verdict().rto().reached().orElseThrow());
    }

    @Test
    void shouldSayThatItIsNotCompleteWhileServersAreMissing() {
        assertThat(Stories.underWay().result().criticalPath().complete()).isFalse();
        assertThat(Stories.stoppedByPreflight().result().criticalPath().steps())
                .extracting(CriticalPath.Step::kind)
                .containsExactly(Kind.PREFLIGHT);
    }

    private static DrillStory started() {
        return new DrillStory(PlanBuilder.plan("Plan").wave("Database", List.of(), List.of(), "db-01", "db-02"))
                .starts()
                .preflightPasses();
    }

    private static DrillResult ended(DrillStory story, String wave) {
        return story.waveIs(wave, WaveStatus.COMPLETED)
                .cleansUp()
                .finishes(ExecutionStatus.COMPLETED)
                .result();
    }
}
