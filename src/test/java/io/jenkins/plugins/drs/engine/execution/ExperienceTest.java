package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ExecutionStatus;
import io.jenkins.plugins.drs.engine.execution.watch.Experience;
import io.jenkins.plugins.drs.engine.execution.watch.ExperienceCollector;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A drill that knows how long things took in an earlier one. */
class ExperienceTest {
    @Test
    void shouldLoseLessTimeWithFewerCallsTheSecondTime() {
        try (Drill first = scenario(Experience.NONE).start().run();
                Drill second = scenario(learned(first)).start().run()) {
            assertDrill(second)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
            assertThat(lasted(second)).isLessThan(lasted(first));
            assertThat(second.record().calls().size())
                    .isLessThan(first.record().calls().size());
        }
    }

    @Test
    void shouldComeToTheSameEndWithWrongExperience() {
        Map<String, Duration> wrong = new HashMap<>();
        try (Drill first = scenario(Experience.NONE).start().run()) {
            learned(first).durations().forEach((name, took) -> wrong.put(name, took.multipliedBy(5)));
        }

        try (Drill second = scenario(new Experience(wrong)).start().run()) {
            assertDrill(second)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
        }
    }

    private static DrillScenario scenario(Experience experience) {
        return drillOf(wave("Web", "web-1", "web-2").before(action("Stop")).after(action("Check")))
                .runBy(usual -> new EngineRuntime(
                        usual.connections(),
                        usual.clock(),
                        usual.executor(),
                        usual.settings().with(experience),
                        usual.others(),
                        usual.pacer()));
    }

    private static Experience learned(Drill drill) {
        ExperienceCollector collector = new ExperienceCollector();
        drill.recorded().forEach(collector);
        return collector.experience();
    }

    private static Duration lasted(Drill drill) {
        return Duration.between(
                drill.state().startedAt(), drill.simulator().clock().now());
    }
}
