package io.jenkins.plugins.drs.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.cli.progress.LiveProgress.WaveLines;
import io.jenkins.plugins.drs.cli.progress.Progress.ProgressStyle;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaveLinesTest {
    private static final Path JOURNAL = Path.of("src/test/resources/journals/v1/three-tier.jsonl");

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 200})
    void shouldFitTheTerminalWheneverItIsDrawn(int width) throws IOException {
        ExecutionState state = new ExecutionState();
        EventLog.read(JOURNAL, event -> {
            state.apply(event);
            assertThat(WaveLines.of(state, event.at().plusSeconds(40_000), width))
                    .hasSize(1 + state.waves().size())
                    .allMatch(line -> line.length() < width);
        });
    }

    @Test
    void shouldShowNamesOfWavesAndTheirCourseInEightyColumns() throws IOException {
        ExecutionState state = new ExecutionState();
        EventLog.read(JOURNAL, state::apply);

        List<String> lines = WaveLines.of(state, Instant.EPOCH, 80);

        assertThat(lines.get(1))
                .startsWith("  Database ")
                .contains(" launched, ")
                .contains(" failed");
    }

    @Test
    void shouldKeepATerminalThatIsNarrowerFromBreakingLines() throws IOException {
        StringWriter screen = new StringWriter();
        LiveProgress progress = new LiveProgress(new PrintWriter(screen), InstantSource.system(), 80);
        EventLog.read(JOURNAL, progress::accept);

        progress.finish();

        assertThat(screen.toString()).startsWith("\u001b[?7l").endsWith("\n\u001b[?7h");
    }

    @ParameterizedTest
    @CsvSource({",80", "'',80", "132,132", "7,80", "12,40", "wide,80", "999999,80"})
    void shouldTakeTheWidthThatTheShellNames(String said, int columns) {
        assertThat(ProgressStyle.columns(said, 80)).isEqualTo(columns);
    }
}
