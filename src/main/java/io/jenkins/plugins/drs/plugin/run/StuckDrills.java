package io.jenkins.plugins.drs.plugin.run;

import hudson.AbortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Executions that have not ended and cannot go on. Jenkins tries again every minute; why it cannot is logged once, and again when
 * the reason changes.
 */
public final class StuckDrills {
    private static final Logger LOGGER = Logger.getLogger(StuckDrills.class.getName());
    /** Says who closed an execution that could not go on, and why it could not. */
    private static final String CLOSED = "closed.txt";
    /** Holds the reason that an administrator does not want to see any more. */
    private static final String DISMISSED = "dismissed.txt";

    private final Function<String, Path> folders;
    private final Map<String, StuckDrill> known = new ConcurrentHashMap<>();

    /** @param folders of executions, by id */
    StuckDrills(Function<String, Path> folders) {
        this.folders = folders;
    }

    /** Takes in why an execution cannot go on. */
    void add(StoredRequest request, Exception why) {
        String reason = why.getMessage() == null ? why.toString() : why.getMessage();
        StuckDrill stuck =
                new StuckDrill(request.record(), request.build(), reason.lines().toList());
        StuckDrill before = known.put(request.executionId(), stuck);
        if (before == null || !before.lines().equals(stuck.lines())) {
            // messages of this plugin say all; whatever else it is, whoever mends it needs its stack trace
            LOGGER.log(
                    Level.WARNING,
                    why instanceof AbortException ? null : why,
                    () -> "Execution " + request.executionId() + " of " + request.build() + " cannot go on: " + reason);
        }
    }

    /** Whether it could not go on when it was tried last. */
    public boolean has(String executionId) {
        return known.containsKey(executionId);
    }

    /** Takes in that an execution goes on, or is over. */
    void remove(String executionId) {
        known.remove(executionId);
    }

    /** All of them, in the order of their ids. */
    Collection<StuckDrill> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(stuck -> stuck.record().executionId()))
                .toList();
    }

    /** Those whose reason no administrator has dismissed. */
    public List<StuckDrill> undismissed() {
        return all().stream()
                .filter(stuck -> !read(stuck.record().executionId(), DISMISSED).equals(stuck.lines()))
                .toList();
    }

    /** Has administrators hear no more of the reason that it has now. */
    public void dismiss(String executionId) throws IOException {
        StuckDrill stuck = known.get(executionId);
        if (stuck != null) {
            Files.write(folders.apply(executionId).resolve(DISMISSED), stuck.lines());
        }
    }

    /** Why an execution cannot go on, or who closed it and why it could not; empty of any other. */
    public List<String> told(String executionId) {
        StuckDrill stuck = known.get(executionId);
        return stuck != null ? stuck.lines() : read(executionId, CLOSED);
    }

    /** Keeps who closed an execution, with why it could not go on, and forgets it. */
    void close(String executionId, String by) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.stuck_closed(by, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        lines.addAll(told(executionId));
        Files.write(folders.apply(executionId).resolve(CLOSED), lines);
        remove(executionId);
        LOGGER.log(Level.INFO, () -> "Execution " + executionId + ": " + lines.get(0));
    }

    private List<String> read(String executionId, String file) {
        try {
            return Files.readAllLines(folders.apply(executionId).resolve(file));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "Execution " + executionId + ": " + file + " cannot be read", e);
            return List.of();
        }
    }

    /**
     * An execution that has not ended and cannot go on.
     *
     * @param lines why, what may still run, and what to do
     */
    public record StuckDrill(DrillRecord record, BuildRef build, List<String> lines) {}
}
