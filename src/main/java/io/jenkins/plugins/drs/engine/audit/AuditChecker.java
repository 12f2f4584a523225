package io.jenkins.plugins.drs.engine.audit;

import io.jenkins.plugins.drs.engine.audit.AuditCheck.Finding;
import io.jenkins.plugins.drs.engine.audit.AuditCheck.Grade;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.LineUnreadable;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.journal.JournalCheck;
import io.jenkins.plugins.drs.engine.journal.JournalReader;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Checks the journal of an execution, and what was computed from it. Changes nothing, and takes whatever it finds:
 * damage is a finding.
 */
public final class AuditChecker {
    /** A journal that was tampered with in more places is told by these. */
    private static final int BREAKS_TOLD = 20;

    private static final String JOURNAL = "audit.jsonl";

    private final Path journal;
    private final List<Anchor> anchors;
    private final List<Finding> findings = new ArrayList<>();

    private AuditChecker(Path journal, List<Anchor> anchors) {
        this.journal = journal;
        this.anchors = anchors;
    }

    /**
     * Checks a journal alone.
     *
     * @param anchors hashes of its last line; may be empty
     */
    public static AuditCheck journal(Path journal, List<Anchor> anchors) {
        AuditChecker checker = new AuditChecker(journal, anchors);
        checker.check(Optional.empty());
        return new AuditCheck(checker.findings);
    }

    /** Checks the journal of a folder, and its end by what the results beside it say of that. */
    public static AuditCheck trail(Path folder) {
        return journal(
                folder.resolve(JOURNAL),
                ResultsHead.of(folder).anchor().stream().toList());
    }

    /**
     * Checks the journal of a folder, and all artifacts beside it by computing them anew.
     *
     * @param anchors hashes of its last line that were kept elsewhere; may be empty
     * @param toolVersion of this product, as journals name it
     */
    public static AuditCheck folder(Path folder, List<Anchor> anchors, String toolVersion) {
        ResultsHead results = ResultsHead.of(folder);
        List<Anchor> all = new ArrayList<>(anchors);
        results.anchor().ifPresent(all::add);
        AuditChecker checker = new AuditChecker(folder.resolve(JOURNAL), all);
        checker.check(Optional.of(new Artifacts(folder, results, toolVersion)));
        return new AuditCheck(checker.findings);
    }

    /**
     * What the results in a folder prove against the journal beside them: that its end was cut off or rewritten since
     * they were written. Empty when they prove nothing, or are those of another execution.
     *
     * @throws IOException when the journal cannot be read
     */
    public static Optional<String> provenCut(Path folder, String executionId) throws IOException {
        ResultsHead results = ResultsHead.of(folder);
        if (results.anchor().isEmpty() || !results.executionId().equals(Optional.of(executionId))) {
            return Optional.empty();
        }
        AuditChecker checker = new AuditChecker(folder.resolve(JOURNAL), List.of());
        checker.anchor(results.anchor().get(), JournalCheck.of(checker.journal));
        return checker.findings.stream()
                .filter(finding -> finding.grade() == Grade.BROKEN)
                .map(Finding::text)
                .findFirst();
    }

    private void check(Optional<Artifacts> artifacts) {
        if (!Files.isRegularFile(journal)) {
            add(
                    Grade.BROKEN,
                    "There is no journal: " + journal.getFileName()
                            + (Files.exists(journal) ? " is no file." : " is missing."));
            return;
        }
        try {
            JournalCheck.Result chain = JournalCheck.of(journal);
            chain(chain);
            for (Anchor anchor : anchors) {
                anchor(anchor, chain);
            }
            if (anchors.stream().noneMatch(Anchor::keptElsewhere)) {
                unanchored(chain);
            }
            if (chain.lines() > 0 && chain.breaks().isEmpty()) {
                execution(result(computedFrom(chain)), artifacts);
            } else if (chain.lines() > 0) {
                execution(readable(chain), artifacts);
            }
        } catch (IOException e) {
            add(Grade.BROKEN, "The journal cannot be read: " + e.getMessage());
        }
    }

    /** Whether its end is what was noted elsewhere; what follows from it is proven with it. */
    private boolean isProven() {
        return findings.stream().anyMatch(it -> it.grade() == Grade.PROVEN);
    }

    private void chain(JournalCheck.Result chain) {
        chain.breaks().stream().limit(BREAKS_TOLD).forEach(it -> add(Grade.BROKEN, it.what()));
        long more = chain.breaks().size() - BREAKS_TOLD + chain.untold();
        if (more > 0) {
            add(Grade.BROKEN, "... and " + more + " more places.");
        }
        if (chain.lines() == 0) {
            add(Grade.BROKEN, "The journal has no line.");
        } else if (chain.breaks().isEmpty()) {
            add(
                    anchors.stream().anyMatch(anchor -> proves(anchor, chain)) ? Grade.PROVEN : Grade.CONSISTENT,
                    "The chain of " + chain.lines() + " lines is intact: each follows from the one before.");
        }
        if (chain.tornTail()) {
            add(
                    Grade.UNPROVEN,
                    "After line " + chain.lines()
                            + " stands part of a line, as a crash in the middle of a write leaves it."
                            + " It was never acknowledged and counts for nothing.");
        }
    }

    private static boolean proves(Anchor anchor, JournalCheck.Result chain) {
        return anchor.keptElsewhere()
                && chain.lines() > 0
                && anchor.hash().equalsIgnoreCase(chain.lastHash())
                && anchor.events().filter(events -> events != chain.lines()).isEmpty();
    }

    private void anchor(Anchor anchor, JournalCheck.Result chain) throws IOException {
        String named = anchor.events().map(events -> " of line " + events).orElse("");
        if (proves(anchor, chain)) {
            add(Grade.PROVEN, "The end is proven: " + anchor.source() + " has the hash of the last line.");
        } else if (anchor.events().filter(events -> events > chain.lines()).isPresent()) {
            long missing = anchor.events().get() - chain.lines();
            add(
                    Grade.BROKEN,
                    "The end was cut off: " + anchor.source() + " tells of "
                            + anchor.events().get() + " lines, " + missing + (missing == 1 ? " is" : " are")
                            + " missing (number " + (chain.lines() + 1)
                            + (missing == 1 ? "" : " to " + anchor.events().get()) + "): the journal has "
                            + chain.lines() + ".");
        } else if (wentOn(anchor, chain)) {
            add(
                    Grade.CONSISTENT,
                    "The execution went on after " + anchor.source() + " was written: it has the hash" + named + ".");
        } else if (!anchor.hash().equalsIgnoreCase(chain.lastHash())) {
            add(
                    Grade.BROKEN,
                    "The end is not what was written: " + anchor.source() + " has the hash " + anchor.hash() + named
                            + ", but the last line has " + chain.lastHash() + ".");
        }
    }

    private void unanchored(JournalCheck.Result chain) {
        if (chain.lines() > 0) {
            add(
                    Grade.CONSISTENT,
                    "No hash that was kept elsewhere was compared: whoever can write this journal can write all of it"
                            + " anew, or cut off its end. The hash of its last line, " + chain.lines() + ", is "
                            + chain.lastHash());
        }
    }

    /** Whether a hash is that of an earlier line than the last one: the line after it names it. */
    private boolean wentOn(Anchor anchor, JournalCheck.Result chain) throws IOException {
        long line = anchor.events().orElse(chain.lines());
        if (!chain.breaks().isEmpty() || line < 1 || line >= chain.lines()) {
            return false;
        }
        AtomicBoolean named = new AtomicBoolean();
        JournalReader.read(
                journal,
                next -> named.compareAndSet(
                        false,
                        next.sequence() == line + 1 && next.previousHash().equalsIgnoreCase(anchor.hash())));
        return named.get();
    }

    /** The line that artifacts were computed at: the last one, but where the execution went on after that. */
    private Anchor computedFrom(JournalCheck.Result chain) throws IOException {
        for (Anchor anchor : anchors) {
            if (!anchor.keptElsewhere() && wentOn(anchor, chain)) {
                return anchor;
            }
        }
        return new Anchor("the journal", Optional.of(chain.lines()), chain.lastHash(), false);
    }

    /** A chain that hangs together may still hold lines that no execution wrote. */
    private void execution(Optional<DrillResult> result, Optional<Artifacts> artifacts) throws IOException {
        Grade best = isProven() ? Grade.PROVEN : Grade.CONSISTENT;
        if (result.isPresent() && artifacts.isPresent()) {
            artifacts.get().compare(result.get(), (grade, text) -> add(grade == Grade.CONSISTENT ? best : grade, text));
        }
    }

    private Optional<DrillResult> result(Anchor line) {
        try {
            ResultCollector collector = new ResultCollector();
            EventLog.read(journal, event -> {
                if (event.sequence() <= line.events().orElseThrow()) {
                    collector.accept(event);
                }
                unreadable(event);
            });
            return Optional.of(collector.result(line.hash()));
        } catch (IOException | RuntimeException e) {
            add(Grade.BROKEN, "The lines of the journal are not those of an execution: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** What all lines of a damaged journal give that can be read. */
    private Optional<DrillResult> readable(JournalCheck.Result chain) throws IOException {
        ResultCollector collector = new ResultCollector();
        AtomicLong skipped = new AtomicLong();
        JournalCheck.of(journal, line -> {
            try {
                RecordedEvent event = EventLog.event(line);
                collector.accept(event);
                unreadable(event);
            } catch (RuntimeException e) { // of a line that no execution wrote
                skipped.incrementAndGet();
            }
        });
        try {
            DrillResult result = collector.result(chain.lastHash());
            add(
                    Grade.UNPROVEN,
                    "The journal is damaged. Artifacts are compared with its lines as they are now"
                            + (skipped.get() == 0 ? "" : ", but for " + skipped.get() + " that make no sense there")
                            + ": where they differ, the artifact or the journal was changed.");
            return Optional.of(result);
        } catch (RuntimeException e) {
            add(Grade.UNPROVEN, "Artifacts cannot be compared with what is left of the journal: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void unreadable(RecordedEvent recorded) {
        if (recorded.event() instanceof LineUnreadable line) {
            add(
                    Grade.BROKEN,
                    "Line " + recorded.sequence() + " (" + line.type()
                            + ") cannot be read, so what it told of is in no result: " + line.problem());
        }
    }

    private void add(Grade grade, String text) {
        findings.add(new Finding(grade, text));
    }
}
