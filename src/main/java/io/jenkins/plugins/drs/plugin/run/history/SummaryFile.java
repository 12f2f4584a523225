package io.jenkins.plugins.drs.plugin.run.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The file beside a journal that keeps the summary of its execution. Nothing depends on it: the journal says the same, so
 * that a file which cannot be read or written, or is of another version, is a line in the log and no failure.
 */
final class SummaryFile {
    private static final Logger LOGGER = Logger.getLogger(SummaryFile.class.getName());
    private static final int VERSION = 2;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .build();

    private final Path file;

    SummaryFile(Path folder) {
        file = folder.resolve("summary.json");
    }

    /**
     * What is kept.
     *
     * @param lastHash of the journal that the summary was made from
     * @param journal as it was when its chain was checked last
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(int version, DrillSummary summary, String lastHash, Stamp journal) {
        Entry(DrillSummary summary, String lastHash, Stamp journal) {
            this(VERSION, summary, lastHash, journal);
        }

        /** The same summary after another look at the journal. */
        Entry lookedAt(boolean intact, Stamp seen) {
            return new Entry(summary.traceable(intact), lastHash, seen);
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
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(file.toFile(), Entry.class))
                            .filter(entry -> entry.version() == VERSION)
                    : Optional.empty();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, file + " is made anew", e);
            return Optional.empty();
        }
    }

    /** Readers see the old content or the new one, whole. */
    void write(Entry entry) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".tmp");
            JSON.writeValue(beside.toFile(), entry);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, file + " cannot be written; what it keeps is read from the journal", e);
        }
    }
}
