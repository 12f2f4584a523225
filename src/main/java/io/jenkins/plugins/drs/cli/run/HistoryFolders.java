package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.engine.audit.AuditCheck;
import io.jenkins.plugins.drs.engine.audit.AuditChecker;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.history.ReadinessMetrics.PlanFacts;
import io.jenkins.plugins.drs.engine.journal.Reason;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.report.ResultsFile;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds executions below folders: by their journals, else by their results. One that cannot be read keeps no other out. */
public final class HistoryFolders {
    private static final String JOURNAL = "audit.jsonl";
    private static final String RESULTS = "results.json";
    private static final int DEPTH = 6;
    private static final Comparator<Found> WORTH =
            Comparator.<Found, Boolean>comparing(it -> it.summary().traceable()).thenComparing(Found::lines);

    private final List<Found> drills = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private HistoryFolders() {}

    /**
     * An execution.
     *
     * @param plan as it was run; empty when there is no journal
     * @param result empty when there is no journal
     */
    public record Found(Path folder, DrillSummary summary, Optional<RecoveryPlan> plan, Optional<DrillResult> result) {
        private boolean isSameAs(Found other) {
            return summary.run().executionId().equals(other.summary.run().executionId());
        }

        private long lines() {
            return result.map(it -> it.audit().journal().events()).orElse(0L);
        }
    }

    /** Searches folders and those below them; the same execution found twice counts once. */
    public static HistoryFolders of(List<Path> roots) throws IOException {
        HistoryFolders found = new HistoryFolders();
        for (Path root : roots) {
            if (!Files.isDirectory(root)) {
                found.problems.add(root + " is no folder.");
                continue;
            }
            for (Path folder : found.holding(root)) {
                found.read(folder);
            }
        }
        return found;
    }

    private Collection<Path> holding(Path root) throws IOException {
        Set<Path> folders = new TreeSet<>();
        Files.walkFileTree(root, Set.of(), DEPTH + 1, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.endsWith(JOURNAL) || file.endsWith(RESULTS)) {
                    folders.add(file.getParent());
                } else if (Files.isRegularFile(file.resolve(JOURNAL)) || Files.isRegularFile(file.resolve(RESULTS))) {
                    folders.add(file); // a link to a folder
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                problems.add(file + ": " + Reason.of(failure) + ".");
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
                return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
            }
        });
        return folders;
    }

    /** Results stand for a journal that is damaged, and prove nothing. */
    private void read(Path folder) {
        boolean readable = Files.isRegularFile(folder.resolve(JOURNAL)) && tried(folder, HistoryFolders::journal);
        if (!readable && Files.isRegularFile(folder.resolve(RESULTS))) {
            tried(folder, HistoryFolders::results);
        }
    }

    /** Reads what a folder holds. */
    @FunctionalInterface
    private interface Reading {
        Found of(Path folder) throws IOException;
    }

    private boolean tried(Path folder, Reading reading) {
        try {
            add(reading.of(folder));
            return true;
        } catch (IOException e) {
            problems.add(folder + ": " + Reason.of(e));
        } catch (RuntimeException e) {
            problems.add(folder + ": " + e.getMessage());
        }
        return false;
    }

    /** Of several copies of an execution the intact one counts, and of several of these the longest. */
    private void add(Found found) {
        for (int index = 0; index < drills.size(); index++) {
            Found known = drills.get(index);
            if (found.isSameAs(known)) {
                boolean better = WORTH.compare(found, known) > 0;
                drills.set(index, better ? found : known);
                if (WORTH.compare(found, known) != 0) {
                    problems.add((better ? known : found).folder() + ": A copy of the execution in "
                            + (better ? found : known).folder() + ", which has more of its journal.");
                }
                return;
            }
        }
        drills.add(found);
    }

    private static Found results(Path folder) throws IOException {
        return new Found(folder, ResultsFile.read(folder.resolve(RESULTS)), Optional.empty(), Optional.empty());
    }

    private static Found journal(Path folder) throws IOException {
        ResultCollector collector = new ResultCollector();
        List<RecordedEvent> first = new ArrayList<>();
        String hash = EventLog.read(folder.resolve(JOURNAL), event -> {
                    collector.accept(event);
                    if (first.isEmpty()) {
                        first.add(event);
                    }
                })
                .hash();
        DrillResult result = collector.result(hash);
        boolean intact = AuditChecker.trail(folder).grade() != AuditCheck.Grade.BROKEN;
        return new Found(folder, DrillSummary.of(result, intact), plan(first.get(0)), Optional.of(result));
    }

    private static Optional<RecoveryPlan> plan(RecordedEvent first) {
        return first.event() instanceof ExecutionStarted started
                ? started.configuration().plan(started.planName())
                : Optional.empty();
    }

    public List<Found> drills() {
        return List.copyOf(drills);
    }

    public List<DrillSummary> summaries() {
        return drills.stream().map(Found::summary).toList();
    }

    /** What could not be read, as sentences. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Each plan as it was run last, with whether {@code backedUp} holds for that run. */
    public List<PlanFacts> plans(Predicate<DrillSummary.Run> backedUp) {
        Map<String, PlanFacts> facts = new LinkedHashMap<>();
        drills.stream()
                .sorted(Comparator.comparing(it -> it.summary().run().started()))
                .forEach(it -> it.plan()
                        .ifPresent(plan -> facts.put(
                                plan.planName(),
                                PlanFacts.of(plan, backedUp.test(it.summary().run())))));
        return List.copyOf(facts.values());
    }
}
