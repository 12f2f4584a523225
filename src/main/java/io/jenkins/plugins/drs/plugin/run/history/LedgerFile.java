package io.jenkins.plugins.drs.plugin.run.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file beside a journal that keeps what histories show of it. */
final class LedgerFile {
    private static final int VERSION = 1;

    private final DerivedFile<Entry> file;

    LedgerFile(Path folder) {
        file = new DerivedFile<>(folder.resolve("history.json"), Entry.class);
    }

    /**
     * What is kept.
     *
     * @param lastHash of the journal that the figures were computed from
     * @param journal as it was when its chain was checked last
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(int version, DrillSummary figures, String lastHash, Stamp journal) {
        Entry(DrillSummary figures, String lastHash, Stamp journal) {
            this(VERSION, figures, lastHash, journal);
        }

        /** The same figures after another look at the journal. */
        Entry lookedAt(boolean intact, Stamp seen) {
            return new Entry(figures.traceable(intact), lastHash, seen);
        }
    }

    /** Size and age of a journal: one that was changed has other ones. A missing one has size -1. */
    record Stamp(long bytes, long modifiedMillis) {
        static Stamp of(Path journal) throws IOException {
            return Files.isRegularFile(journal)
                    ? new Stamp(
                            Files.size(journal),
                            Files.getLastModifiedTime(journal).toMillis())
                    : new Stamp(-1, 0);
        }
    }

    /** Empty when there is none, or none that this version can read. */
    Optional<Entry> read() {
        return file.read().filter(entry -> entry.version() == VERSION && entry.figures() != null);
    }

    void write(Entry entry) {
        file.write(entry);
    }
}
