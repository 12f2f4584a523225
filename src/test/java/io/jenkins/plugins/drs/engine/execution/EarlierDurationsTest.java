package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurationsCollector;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill that knows how long things took in an earlier one. */
class EarlierDurationsTest {
    @Test
    void shouldLoseLessTimeWithFewerCallsTheSecondTime() {
        try (Drill first = scenario(EarlierDurations.NONE).start().run();
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
        try (Drill first = scenario(EarlierDurations.NONE).start().run()) {
            learned(first).durations().forEach((name, took) -> wrong.put(name, took.multipliedBy(5)));
        }

        try (Drill second = scenario(new EarlierDurations(wrong)).start().run()) {
            assertDrill(second)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
        }
    }

    /** The first of two servers has been healthy for minutes when it is looked at: all wait for the other one. */
    @Test
    void shouldNoticeInTimeThatAWaveIsHealthyWhenOtherServersAreTheSlowOnes() {
        try (Drill first = uneven(EarlierDurations.NONE, 200, 600).start().run();
                Drill second = uneven(learned(first), 600, 200).start().run()) {
            assertDrill(second).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(noticedLate(second)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static DrillScenario uneven(EarlierDurations experience, int secondsOfFirst, int secondsOfSecond) {
        return scenario(experience).inWorld(world -> world.server("web-1", "\"launchSeconds\": " + secondsOfFirst)
                .server("web-2", "\"launchSeconds\": " + secondsOfSecond));
    }

    /** What passed from when all instances were healthy until that was seen. */
    private static Duration noticedLate(Drill drill) {
        Instant healthy = drill.record().launches().stream()
                .map(LaunchEntry::ready)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant seen = drill.recorded().stream()
                .filter(recorded -> recorded.event() instanceof ServerValidated)
                .map(RecordedEvent::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Duration.between(healthy, seen);
    }

    @Test
    void shouldLearnNothingFromAJournalThatIsDamagedOrTooLong(@TempDir Path folder) throws IOException {
        Path journal = folder.resolve("audit.jsonl");
        try (Drill drill = scenario(EarlierDurations.NONE).start().run()) {
            Files.copy(drill.journalFile(), journal);
        }
        assertThat(EarlierDurationsCollector.from(journal, Long.MAX_VALUE).durations())
                .isNotEmpty();

        assertThat(EarlierDurationsCollector.from(journal, 1000).durations()).isEmpty();
        assertThat(EarlierDurationsCollector.from(folder.resolve("missing"), 1000)
                        .durations())
                .isEmpty();
        Files.writeString(journal, Files.readString(journal).replaceFirst("ServerValidated", "ServerInvalidated"));
        assertThat(EarlierDurationsCollector.from(journal, Long.MAX_VALUE).durations())
                .isEmpty();
    }

    private static DrillScenario scenario(EarlierDurations experience) {
        return drillOf(wave("Web", "web-1", "web-2").before(action("Stop")).after(action("Check")))
                .runBy(usual -> new EngineRuntime(
                        usual.connections(),
                        usual.clock(),
                        usual.executor(),
                        usual.settings().with(experience),
                        usual.others(),
                        usual.shared()));
    }

    private static EarlierDurations learned(Drill drill) {
        EarlierDurationsCollector collector = new EarlierDurationsCollector();
        drill.recorded().forEach(collector);
        return collector.experience();
    }

    private static Duration lasted(Drill drill) {
        return Duration.between(
                drill.state().startedAt(), drill.simulator().clock().now());
    }
}
