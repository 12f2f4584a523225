package io.jenkins.plugins.drs.engine.audit;

import io.jenkins.plugins.drs.engine.audit.AuditCheck.Finding;
import io.jenkins.plugins.drs.engine.audit.AuditCheck.Grade;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.journal.JournalCheck;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the journal of an execution, and what was computed from it. Changes nothing. */
public final class AuditChecker {
    /** A journal that was tampered with in more places is told by these. */
    private static final int BREAKS_TOLD = 20;

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
     * @param anchors hashes of its last line that were kept elsewhere; may be empty
     */
    public static AuditCheck journal(Path journal, List<Anchor> anchors) throws IOException {
        AuditChecker checker = new AuditChecker(journal, anchors);
        checker.check(Optional.empty());
        return new AuditCheck(checker.findings);
    }

    /**
     * Checks the journal {@code audit.jsonl} of a folder and the artifacts beside it, as far as there are any.
     *
     * @param more anchors besides the one in {@code results.json}; may be empty
     * @throws IOException when there is no journal, or it cannot be read
     */
    public static AuditCheck folder(Path folder, List<Anchor> more) throws IOException {
        Artifacts artifacts = Artifacts.of(folder);
        List<Anchor> anchors = new ArrayList<>(more);
        artifacts.anchor().ifPresent(anchors::add);
        AuditChecker checker = new AuditChecker(folder.resolve("audit.jsonl"), anchors);
        checker.check(Optional.of(artifacts));
        return new AuditCheck(checker.findings);
    }

    private void check(Optional<Artifacts> artifacts) throws IOException {
        if (!Files.isRegularFile(journal)) {
            throw new IOException("There is no journal to check: " + journal + " does not exist.");
        }
        JournalCheck.Result chain = JournalCheck.of(journal);
        chain(chain);
        anchors.forEach(anchor -> anchor(anchor, chain));
        if (anchors.isEmpty()) {
            unanchored(chain);
        }
        if (chain.breaks().isEmpty() && artifacts.filter(Artifacts::any).isPresent()) {
            artifacts.get().compare(result(chain.lastHash()), this::add);
        }
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
            add(Grade.GOOD, "The chain of " + chain.lines() + " lines is intact: each follows from the one before.");
        }
        if (chain.tornTail()) {
            add(
                    Grade.UNPROVEN,
                    "After line " + chain.lines()
                            + " stands part of a line, as a crash in the middle of a write leaves it."
                            + " It was never acknowledged and counts for nothing.");
        }
    }

    private void anchor(Anchor anchor, JournalCheck.Result chain) {
        String named = anchor.events().map(events -> " of line " + events).orElse("");
        if (anchor.hash().equalsIgnoreCase(chain.lastHash())) {
            add(Grade.GOOD, "The end is proven: " + anchor.source() + " names the hash of the last line.");
        } else if (anchor.events().filter(events -> events > chain.lines()).isPresent()) {
            long missing = anchor.events().get() - chain.lines();
            add(
                    Grade.BROKEN,
                    "The end was cut off: " + anchor.source() + " tells of "
                            + anchor.events().get() + " lines, " + missing + (missing == 1 ? " is" : " are")
                            + " missing.");
        } else {
            add(
                    Grade.BROKEN,
                    "The end is not what was written: " + anchor.source() + " names the hash " + anchor.hash() + named
                            + ", but the last line has " + chain.lastHash() + ".");
        }
    }

    private void unanchored(JournalCheck.Result chain) {
        add(
                Grade.UNPROVEN,
                "Whether lines were cut off at the end, or the last one was changed, cannot be told from the journal alone."
                        + " Compare the hash of its last line with the one that the run wrote at its end: "
                        + chain.lastHash());
    }

    private DrillResult result(String lastHash) throws IOException {
        ResultCollector collector = new ResultCollector();
        EventLog.read(journal, collector::accept);
        return collector.result(lastHash);
    }

    private void add(Grade grade, String text) {
        findings.add(new Finding(grade, text));
    }
}
