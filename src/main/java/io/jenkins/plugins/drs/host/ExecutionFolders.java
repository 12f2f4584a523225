package io.jenkins.plugins.drs.host;

import hudson.Util;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders of executions. They lie outside those of builds, so that a drill is cleaned up although its build was deleted
 * in the middle of it.
 */
final class ExecutionFolders {
    private static final Logger LOGGER = Logger.getLogger(ExecutionFolders.class.getName());
    private static final Pattern ID = Pattern.compile("drs-[0-9TZ]+-[0-9a-f]+");
    /** There while the execution has not ended, or ended and is not archived in its build. */
    private static final String OPEN = "open";

    private final Path root;

    ExecutionFolders(Path root) {
        this.root = root;
    }

    Path journal(String executionId) {
        return folder(executionId).resolve("audit.jsonl");
    }

    /** The folder of an execution, which may not be there. */
    Path folder(String executionId) {
        if (!ID.matcher(executionId).matches()) {
            throw new IllegalArgumentException("Expected the id of an execution, but got '" + executionId + "'");
        }
        return root.resolve(executionId);
    }

    /** Begins a folder; until {@link #close} it counts as one whose execution has not ended. */
    void open(StoredRequest request) throws IOException {
        Path folder = folder(request.executionId());
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(OPEN), "");
        request.write(folder);
    }

    void close(String executionId) throws IOException {
        Files.deleteIfExists(folder(executionId).resolve(OPEN));
    }

    Optional<StoredRequest> find(String executionId) {
        if (!ID.matcher(executionId).matches()) {
            return Optional.empty();
        }
        return read(folder(executionId));
    }

    boolean isOpen(String executionId) {
        return Files.exists(folder(executionId).resolve(OPEN));
    }

    /** Executions that have not ended, oldest first. */
    List<StoredRequest> unfinished() {
        return all().stream().filter(request -> isOpen(request.executionId())).toList();
    }

    /** All executions, oldest first. */
    List<StoredRequest> all() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.sorted().flatMap(folder -> read(folder).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Executions in " + root + " cannot be listed", e);
        }
    }

    /** Follows a job to its new name. */
    void moved(String oldJob, String newJob) {
        for (StoredRequest request : all()) {
            if (request.build().job().equals(oldJob)) {
                try {
                    request.of(new BuildRef(newJob, request.build().number())).write(folder(request.executionId()));
                } catch (IOException e) {
                    LOGGER.log(Level.WARNING, "Execution " + request.executionId() + " lost its job", e);
                }
            }
        }
    }

    void delete(String executionId) throws IOException {
        Util.deleteRecursive(folder(executionId).toFile());
    }

    private static Optional<StoredRequest> read(Path folder) {
        if (!StoredRequest.isIn(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StoredRequest.read(folder));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The request of execution " + folder.getFileName() + " cannot be read", e);
            return Optional.empty();
        }
    }
}
