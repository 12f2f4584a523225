package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ExecutionStatus;
import io.jenkins.plugins.drs.engine.execution.watch.Experience;
import io.jenkins.plugins.drs.engine.execution.watch.ExperienceCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void shouldLearnNothingFromAJournalThatIsDamagedOrTooLong(@TempDir Path folder) throws IOException {
        Path journal = folder.resolve("audit.jsonl");
        try (Drill drill = scenario(Experience.NONE).start().run()) {
            Files.copy(drill.journalFile(), journal);
        }
        assertThat(ExperienceCollector.from(journal, Long.MAX_VALUE).durations())
                .isNotEmpty();

        assertThat(ExperienceCollector.from(journal, 1000).durations()).isEmpty();
        assertThat(ExperienceCollector.from(folder.resolve("missing"), 1000).durations())
                .isEmpty();
        Files.writeString(journal, Files.readString(journal).replaceFirst("ServerValidated", "ServerInvalidated"));
        assertThat(ExperienceCollector.from(journal, Long.MAX_VALUE).durations())
                .isEmpty();
    }

    private static DrillScenario scenario(Experience experience) {
        return drillOf(wave("Web", "web-1", "web-2").before(action("Stop")).after(action("Check")))
                .runBy(usual -> new EngineRuntime(
                        usual.connections(),
                        usual.clock(),
                        usual.executor(),
                        usual.settings().with(experience),
                        usual.others(),
                        usual.shared()));
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
