package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LoadObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsAligned;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.launch.JobStarter;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchDecider;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.quota.LaunchBudget;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings of the servers of a wave are ready one after the other; its jobs are as few as without settings. */
class WholeWaveTest {
    private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");
    private static final Target HERE = Target.own("us-east-1");

    private final ExecutionState state = new ExecutionState();
    private final LaunchDecider decider = new LaunchDecider(
            new JobStarter(new LaunchBudget(new QuotaLimits(20, 2, 500)), Timing.DEFAULT, OtherExecutions.UNKNOWN));
    private long sequence;

    @BeforeEach
    void launchWave() {
        apply(DrillScenario.drillOf(wave("One", "a", "b", "c").launchedWith(LaunchSettingsTest.WANTED))
                .first());
        apply(new StepDone(
                "servers",
                List.of(),
                Stream.of("a", "b", "c").map(WholeWaveTest::selected).toList()));
        apply(new WavesBegun());
        apply(new LoadObserved(HERE, 0, 0, List.of()));
        apply(new WaveMoved("One", WaveStatus.PRE_ACTIONS, ""));
        apply(new WaveMoved("One", WaveStatus.LAUNCHING, ""));
    }

    @Test
    void shouldNotLaunchPartOfAJobWhileSettingsOfOthersAreBeingApplied() {
        aligned("a");

        assertThat(launches()).isEmpty();
    }

    @Test
    void shouldLaunchWholeJobWhileSettingsOfOthersAreBeingApplied() {
        aligned("a", "c");

        assertThat(launches()).containsExactly(List.of("a", "c"));
    }

    @Test
    void shouldLaunchAllOnceTheSettingsOfAllAreApplied() {
        aligned("b", "c", "a");

        assertThat(launches()).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void shouldNotWaitForServerWhoseSettingsAreRefused() {
        aligned("a");
        apply(new ServerFailed(TestWorld.id("b"), FailureStage.SETTINGS, "Access denied."));
        apply(new ServerFailed(TestWorld.id("c"), FailureStage.SETTINGS, "Access denied."));

        assertThat(launches()).containsExactly(List.of("a"));
    }

    @Test
    void shouldNotWaitForRepeatedAttempts() {
        aligned("a");
        failed("b");
        assertThat(launches()).isEmpty();

        failed("c");

        assertThat(launches()).containsExactly(List.of("a"));
    }

    private void aligned(String... hostnames) {
        for (String hostname : hostnames) {
            apply(new SettingsAligned(TestWorld.id(hostname), List.of()));
        }
    }

    private void failed(String hostname) {
        apply(new EffectFailed(
                "settings/" + TestWorld.id(hostname),
                1,
                "GetLaunchConfiguration",
                FailureKind.THROTTLED,
                "ThrottlingException",
                "Rate exceeded",
                Optional.of(NOW.plusSeconds(5))));
    }

    private List<List<String>> launches() {
        Decision decision = new Decision(state, NOW, Set.of());
        decider.decide(state, NOW, decision);
        return decision.effects().stream()
                .flatMap(effect -> effect.intent().stream())
                .filter(LaunchIntended.class::isInstance)
                .map(LaunchIntended.class::cast)
                .map(WholeWaveTest::hostnames)
                .toList();
    }

    private static List<String> hostnames(LaunchIntended launch) {
        return Stream.of("a", "b", "c")
                .filter(name -> launch.sourceServerIds().contains(TestWorld.id(name)))
                .toList();
    }

    private static SelectedServer selected(String hostname) {
        return new SelectedServer(
                "One", "One servers", TestWorld.id(hostname), hostname, HERE, "CONTINUOUS", Optional.empty());
    }

    private void apply(ExecutionEvent event) {
        state.apply(new RecordedEvent(++sequence, NOW, event));
    }
}
