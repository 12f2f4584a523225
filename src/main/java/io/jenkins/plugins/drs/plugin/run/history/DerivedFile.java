package io.jenkins.plugins.drs.plugin.run.history;

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

/**
 * A file beside a journal that keeps what was derived from it. Nothing depends on it: the journal says the same, so
 * that a file which cannot be read or written is a line in the log and no failure.
 *
 * @param <T> what is kept, as JSON
 */
public final class DerivedFile<T> {
    private static final Logger LOGGER = Logger.getLogger(DerivedFile.class.getName());
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .build();

    private final Path file;
    private final Class<T> type;

    public DerivedFile(Path file, Class<T> type) {
        this.file = file;
        this.type = type;
    }

    /** Empty when there is none, or none that this version can read. */
    public Optional<T> read() {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), type)) : Optional.empty();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, file + " is made anew", e);
            return Optional.empty();
        }
    }

    /** Readers see the old content or the new one, whole. */
    public void write(T content) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".tmp");
            JSON.writeValue(beside.toFile(), content);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, file + " cannot be written; what it keeps is read from the journal", e);
        }
    }
}
