package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Servers of a wave whose launch settings become ready one after the other. */
class GatheringTest {
    private static final LaunchSettings TAGS_COPIED = new LaunchSettings(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true),
            Optional.empty(),
            Optional.empty());

    @Test
    void shouldLaunchAWaveInOneJobThoughItsSettingsTakeAWhile() {
        try (Drill drill = drillOf(wave("Web", 60).launchedWith(TAGS_COPIED)).start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().calls("StartRecovery")).hasSize(1);
        }
    }

    @Test
    void shouldNotWaitLongWhenAwsKeepsTheOthersBack() {
        try (Drill drill = drillOf(wave("Web", 20).launchedWith(TAGS_COPIED))
                .inWorld(world -> world.all("\"rateLimits\": [{\"service\": \"drs\","
                        + " \"operation\": \"GetLaunchConfiguration\", \"perSecond\": 0.5, \"burst\": 2,"
                        + " \"retryAfterSeconds\": 60}]"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(Duration.between(launchBegan(drill), intendedAt(drill, 0)))
                    .isLessThanOrEqualTo(Duration.ofSeconds(30));
        }
    }

    private static Instant intendedAt(Drill drill, int number) {
        return at(drill, recorded -> recorded.event() instanceof LaunchIntended, number);
    }

    private static Instant launchBegan(Drill drill) {
        return at(
                drill,
                recorded -> recorded.event() instanceof WaveMoved moved && moved.to() == WaveStatus.LAUNCHING,
                0);
    }

    private static Instant at(Drill drill, Predicate<RecordedEvent> which, int number) {
        return drill.recorded().stream().filter(which).toList().get(number).at();
    }
}
