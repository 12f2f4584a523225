package io.jenkins.plugins.drs.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.journal.Journal;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    private static final Instant AT = Instant.parse("2026-01-05T03:00:00Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("audit.jsonl");
    }

    @Test
    void shouldNumberEventsAndGiveThemBack() throws IOException {
        List<RecordedEvent> written;
        try (EventLog log = EventLog.open(file, event -> {})) {
            assertThat(log.isEmpty()).isTrue();
            written = log.append(AT, List.of(new WavesBegun(), new WaveMoved("Web", WaveStatus.PRE_ACTIONS, "")));
            assertThat(log.isEmpty()).isFalse();
        }

        List<RecordedEvent> read = new ArrayList<>();
        EventLog.read(file, read::add);

        assertThat(written).extracting(RecordedEvent::sequence).containsExactly(1L, 2L);
        assertThat(read).isEqualTo(written);
    }

    @Test
    void shouldSayWhichJournalHoldsAnEventThatCannotBeRead() throws IOException {
        try (Journal journal = Journal.open(file, line -> {})) {
            journal.append(List.of("{\"v\":7,\"at\":\"2026-01-05T03:00:00Z\",\"type\":\"WavesBegun\",\"data\":{}}"));
        }

        assertThatThrownBy(() -> EventLog.open(file, event -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("audit.jsonl")
                .hasMessageContaining("A newer version of the product wrote it");
        assertThatThrownBy(() -> EventLog.read(file, event -> {})).isInstanceOf(IOException.class);
    }
}
