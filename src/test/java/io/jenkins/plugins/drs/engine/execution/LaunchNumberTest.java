package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LoadObserved;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.launch.JobStarter;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchDecider;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.quota.LaunchBudget;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A launch is found again by its id, so no two launches of an execution may have the same. */
class LaunchNumberTest {
    private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");
    private static final Target HERE = Target.own("us-east-1");

    private final ExecutionState state = new ExecutionState();
    private final LaunchDecider decider = new LaunchDecider(
            new JobStarter(new LaunchBudget(QuotaLimits.AWS_DEFAULT), Timing.DEFAULT, OtherExecutions.UNKNOWN));
    private long sequence;

    @Test
    void shouldNumberLaunchesOneByOneWhateverElseIsDueAtTheSameTime() {
        var waves = DrillScenario.drillOf(wave("One", "a-1"), wave("Two", "b-1").dependingOn());
        apply(waves.first());
        apply(new StepDone("servers", List.of(), List.of(selected("One", "a-1"), selected("Two", "b-1"))));
        apply(new WavesBegun());
        apply(new LoadObserved(HERE, 0, 0, List.of()));

        launching("One");
        LaunchIntended first = launchBeside(new SomethingElse());
        apply(first);
        launching("Two");
        LaunchIntended second = launchBeside();

        assertThat(first.launchId()).isEqualTo("execution-1-L1");
        assertThat(second.launchId()).isEqualTo("execution-1-L2");
    }

    private void launching(String wave) {
        apply(new WaveMoved(wave, WaveStatus.PRE_ACTIONS, ""));
        apply(new WaveMoved(wave, WaveStatus.LAUNCHING, ""));
    }

    private LaunchIntended launchBeside(Effect... others) {
        Decision decision = new Decision(state, NOW, Set.of());
        List.of(others).forEach(decision::run);
        decider.decide(state, NOW, decision);
        return decision.effects().stream()
                .flatMap(effect -> effect.intent().stream())
                .filter(LaunchIntended.class::isInstance)
                .map(LaunchIntended.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static SelectedServer selected(String wave, String hostname) {
        return new SelectedServer(
                wave, wave + " servers", TestWorld.id(hostname), hostname, HERE, "CONTINUOUS", Optional.empty());
    }

    private void apply(ExecutionEvent event) {
        state.apply(new RecordedEvent(++sequence, NOW, event));
    }

    private record SomethingElse() implements Effect {
        @Override
        public String key() {
            return "log/drsjob-1";
        }

        @Override
        public List<ExecutionEvent> perform(AwsAccess aws) {
            return List.of();
        }

        @Override
        public List<ExecutionEvent> refused(AwsFailure failure) {
            return List.of();
        }
    }
}
