package io.jenkins.plugins.drs.plugin.run.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.audit.ExecutionFolder;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillLedgerTest {
    @TempDir
    private static Path written;

    @TempDir
    private Path root;

    private final Deque<Runnable> later = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-06-01T00:00:00Z");
    private final InstantSource clock = () -> now;
    private DrillLedger ledger;

    @BeforeAll
    static void write() throws IOException {
        ExecutionFolder.write(Stories.partialFailure(), written);
    }

    @BeforeEach
    void begin() {
        ledger = another();
    }

    /** A ledger after a restart. */
    private DrillLedger another() {
        return new DrillLedger(root::resolve, later::add, clock);
    }

    private Path journal(String id) {
        return root.resolve(id).resolve("audit.jsonl");
    }

    private void execution(String id) throws IOException {
        Files.createDirectories(root.resolve(id));
        Files.copy(written.resolve("audit.jsonl"), journal(id));
    }

    @Test
    void shouldKeepWhatTheJournalSays() throws IOException {
        execution("a");

        DrillLedger.Found found = ledger.of(List.of("a"));

        assertThat(found.pending()).isZero();
        assertThat(found.drills())
                .containsExactly(DrillSummary.of(Stories.partialFailure().result(), true));
        assertThat(another().of(List.of("a"))).isEqualTo(found);
    }

    @Test
    void shouldReadNoJournalThatItHasReadBefore() throws IOException {
        execution("a");
        DrillLedger.Found first = ledger.of(List.of("a"));
        byte[] same = new byte[(int) Files.size(journal("a"))];
        var age = Files.getLastModifiedTime(journal("a"));
        Files.write(journal("a"), same);
        Files.setLastModifiedTime(journal("a"), age);

        assertThat(ledger.of(List.of("a"))).isEqualTo(first);
        assertThat(another().of(List.of("a"))).isEqualTo(first);
    }

    @Test
    void shouldReadFewJournalsAtOnceAndTheOthersBehindTheReader() throws IOException {
        List<String> ids = List.of("a", "b", "c", "d", "e");
        for (String id : ids) {
            execution(id);
        }

        DrillLedger.Found first = ledger.of(ids);
        assertThat(first.drills()).hasSize(DrillLedger.JOURNALS_AT_ONCE);
        assertThat(first.pending()).isEqualTo(3);
        assertThat(later).hasSize(3);

        later.forEach(Runnable::run);
        assertThat(ledger.of(ids).drills()).hasSize(5);
        assertThat(ledger.of(ids).pending()).isZero();
    }

    @Test
    void shouldCountDrillsThatCanBeProvenWithoutReadingAJournalForThoseWhoAsk() throws IOException {
        List<String> ids = List.of("a", "b", "c");
        execution("a");
        execution("b");

        assertThat(ledger.traces(ids)).isEqualTo(new DrillLedger.Traces(0, 0, 3));

        runLater();
        assertThat(ledger.traces(ids)).isEqualTo(new DrillLedger.Traces(2, 1, 0));
        assertThat(later).isEmpty();
    }

    @Test
    void shouldSeeAfterAWhileThatAJournalWasChanged() throws IOException {
        execution("a");
        ledger.of(List.of("a"));
        Files.writeString(journal("a"), "changed");
        assertThat(ledger.traces(List.of("a"))).isEqualTo(new DrillLedger.Traces(1, 0, 0));

        now = now.plus(DrillLedger.FRESH).plusMillis(1);
        ledger.traces(List.of("a"));
        runLater();

        assertThat(ledger.traces(List.of("a"))).isEqualTo(new DrillLedger.Traces(0, 1, 0));
    }

    private void runLater() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    @Test
    void shouldNotQueueAJournalTwice() throws IOException {
        for (String id : List.of("a", "b", "c")) {
            execution(id);
        }
        ledger.of(List.of("a", "b", "c"));
        for (String id : List.of("d", "e")) {
            execution(id);
        }

        ledger.of(List.of("d", "e", "c"));

        assertThat(later).hasSize(1);
    }

    @Test
    void shouldCallADrillUntraceableWhoseJournalWasChanged() throws IOException {
        execution("a");
        ledger.of(List.of("a"));
        Files.writeString(journal("a"), Files.readString(journal("a")).replaceFirst("123456789012", "123456789013"));
        Files.setLastModifiedTime(journal("a"), java.nio.file.attribute.FileTime.fromMillis(1));

        assertThat(ledger.of(List.of("a")).drills()).singleElement().satisfies(drill -> {
            assertThat(drill.traceable()).isFalse();
            assertThat(drill.servers()).hasSize(6);
        });
    }

    @Test
    void shouldCallADrillUntraceableWhoseJournalIsGone() throws IOException {
        execution("a");
        ledger.of(List.of("a"));
        Files.delete(journal("a"));

        assertThat(ledger.of(List.of("a")).drills()).singleElement().matches(drill -> !drill.traceable());
    }

    @Test
    void shouldKeepADrillTraceableWhoseFilesWereCopied() throws IOException {
        execution("a");
        ledger.of(List.of("a"));
        Files.setLastModifiedTime(journal("a"), java.nio.file.attribute.FileTime.fromMillis(1));

        assertThat(another().of(List.of("a")).drills()).singleElement().matches(DrillSummary::traceable);
    }

    @Test
    void shouldLeaveOutWhatCannotBeRead() throws IOException {
        execution("a");
        Files.createDirectories(root.resolve("b"));
        Files.writeString(journal("b"), "{}\n");

        ledger.of(List.of("a", "b", "nowhere"));
        later.forEach(Runnable::run);

        DrillLedger.Found found = ledger.of(List.of("a", "b", "nowhere"));
        assertThat(found.drills()).hasSize(1);
        assertThat(found.pending()).isZero();
    }
}
