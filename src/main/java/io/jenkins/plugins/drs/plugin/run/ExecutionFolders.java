package io.jenkins.plugins.drs.plugin.run;

import hudson.Util;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.result.CleanupResult.Remnant;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
    /** There once the journal holds an event, so that one that is lost later is not taken for one that never was. */
    private static final String BEGUN = "begun";
    /** There when the execution left something in AWS and no build is there to tell of it. */
    private static final String FORGOTTEN = "forgotten";

    private final Path root;
    /** Requests by id, read from the disk once. */
    private Map<String, StoredRequest> known;

    ExecutionFolders(Path root) {
        this.root = root;
    }

    private synchronized Map<String, StoredRequest> known() {
        if (known == null) {
            known = new HashMap<>();
            read(root).forEach(request -> known.put(request.executionId(), request));
        }
        return known;
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
    /** @param configuration with the accounts that the journal must not show */
    void open(StoredRequest request, DrConfiguration configuration) throws IOException {
        Path folder = folder(request.executionId());
        OwnerOnly.folder(folder);
        Files.writeString(folder.resolve(OPEN), "");
        AccountRoles.write(folder, configuration);
        change(request);
    }

    /** Keeps what became different. */
    void change(StoredRequest request) throws IOException {
        request.write(folder(request.executionId()));
        synchronized (this) {
            known().put(request.executionId(), request);
        }
    }

    void close(String executionId) throws IOException {
        MaskedValues.erase(folder(executionId));
        Files.deleteIfExists(folder(executionId).resolve(OPEN));
    }

    synchronized Optional<StoredRequest> find(String executionId) {
        return Optional.ofNullable(known().get(executionId));
    }

    boolean isOpen(String executionId) {
        return isOpen(folder(executionId));
    }

    /** Whether an execution has not ended, or is not archived in its build. */
    static boolean isOpen(Path folder) {
        return Files.exists(folder.resolve(OPEN));
    }

    /** Notes that the journal of an execution holds an event. */
    static void begun(Path folder) {
        try {
            Files.writeString(folder.resolve(BEGUN), "");
        } catch (IOException e) { // its journal alone says so then
            LOGGER.log(Level.FINE, "The beginning of " + folder.getFileName() + " is not noted", e);
        }
    }

    /** Whether the journal of an execution held an event once; false of earlier versions, which did not note it. */
    static boolean hasBegun(Path folder) {
        return Files.exists(folder.resolve(BEGUN));
    }

    /** Executions that have not ended, oldest first. */
    List<StoredRequest> unfinished() {
        return all().stream().filter(request -> isOpen(request.executionId())).toList();
    }

    /** Forgets what is over where its build is deleted, unless something stays in AWS that nobody would hear of any more. */
    void outlived(StoredRequest request, Optional<DrillResult> result) throws IOException {
        if (request.build().find().isPresent()) {
            return;
        }
        List<Remnant> left = result.map(it -> it.cleanup().unasked()).orElse(List.of());
        if (left.isEmpty()) {
            delete(request.executionId());
            return;
        }
        LOGGER.warning(() ->
                "Execution " + request.executionId() + " of " + request.build() + " left something in AWS: " + left);
        Files.writeString(folder(request.executionId()).resolve(FORGOTTEN), "");
    }

    /** Executions without a build that left something behind, oldest first. */
    List<StoredRequest> forgotten() {
        return all().stream()
                .filter(request -> Files.exists(folder(request.executionId()).resolve(FORGOTTEN)))
                .toList();
    }

    /** Removes one of {@link #forgotten()}; others stay. */
    void forget(String executionId) throws IOException {
        if (forgotten().stream().anyMatch(request -> request.executionId().equals(executionId))) {
            delete(executionId);
        }
    }

    /** All executions, oldest first. */
    synchronized List<StoredRequest> all() {
        return sorted(request -> true);
    }

    private List<StoredRequest> sorted(Predicate<StoredRequest> which) {
        return known().values().stream()
                .filter(which)
                .sorted(Comparator.comparing(StoredRequest::created).thenComparing(StoredRequest::executionId))
                .toList();
    }

    /** Executions of a job, oldest first. */
    synchronized List<StoredRequest> of(String job) {
        return sorted(request -> request.build().job().equals(job));
    }

    /** Executions of a build, oldest first. */
    List<StoredRequest> of(BuildRef build) {
        return all().stream().filter(request -> request.build().equals(build)).toList();
    }

    /** Follows a job to its new name. */
    void moved(String oldJob, String newJob) {
        for (StoredRequest request : all()) {
            if (request.build().job().equals(oldJob)) {
                try {
                    change(request.of(new BuildRef(newJob, request.build().number())));
                } catch (IOException e) {
                    LOGGER.log(Level.WARNING, "Execution " + request.executionId() + " lost its job", e);
                }
            }
        }
    }

    void delete(String executionId) throws IOException {
        synchronized (this) {
            known().remove(executionId);
        }
        Util.deleteRecursive(folder(executionId).toFile());
    }

    private static List<StoredRequest> read(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(StoredRequest::isIn)
                    .flatMap(folder -> readRequest(folder).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Executions in " + root + " cannot be listed", e);
        }
    }

    private static Optional<StoredRequest> readRequest(Path folder) {
        try {
            return Optional.of(StoredRequest.read(folder));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The request of execution " + folder.getFileName() + " cannot be read", e);
            return Optional.empty();
        }
    }

    /** Whether an execution goes on that works with the built-in simulator. */
    boolean isSimulatedUnfinished() {
        return unfinished().stream()
                .anyMatch(request -> request.access().credentials().source() == AccessChoice.Source.SIMULATOR);
    }
}
