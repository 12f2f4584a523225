package io.jenkins.plugins.drs.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The file that keeps how an execution ended. Nothing depends on it: what it says is in the journal as well. */
final class SummaryFile {
    private static final Logger LOGGER = Logger.getLogger(SummaryFile.class.getName());
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .build();

    private final Path file;

    SummaryFile(Path folder) {
        file = folder.resolve("summary.json");
    }

    /** Empty when there is none, or none that this version can read. */
    Optional<DrillSummary> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(file.toFile(), DrillSummary.class))
                    : Optional.empty();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The summary " + file + " is made anew", e);
            return Optional.empty();
        }
    }

    void write(DrillSummary summary) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".tmp");
            JSON.writeValue(beside.toFile(), summary);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The summary " + file + " cannot be written; it is read from the journal", e);
        }
    }
}
