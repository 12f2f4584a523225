package io.jenkins.plugins.drs.engine.document.transfer;

import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import java.util.List;
import java.util.Map;

/**
 * What came of an import.
 *
 * @param counts for accounts, groups and plans, also where there are none; of a dry run, what would be done
 * @param problems errors and warnings of the document, and of what is stored together with it
 * @param diff what the import changed, or would change; where it was refused, what it would have changed had it not been
 * @param revision the stored revision afterwards
 */
public record ImportResult(
        Outcome outcome,
        Map<ItemKind, ImportCounts> counts,
        List<LocatedProblem> problems,
        ConfigurationDiff diff,
        long revision) {

    /** How an import ended. */
    public enum Outcome {
        /** The document is stored. */
        IMPORTED,
        /** What is stored means the same already, or everything was skipped. */
        UNCHANGED,
        /** A dry run; the document could be imported. */
        POSSIBLE,
        /** Refused, also as a dry run, because of errors. Nothing was changed. */
        ERRORS,
        /** Refused, also as a dry run, because of warnings; with force they are passed over. Nothing was changed. */
        WARNINGS
    }

    public ImportResult {
        counts = Map.copyOf(counts);
        problems = List.copyOf(problems);
    }

    /** Whether the document is stored, or, of a dry run, could be. */
    public boolean success() {
        return outcome != Outcome.ERRORS && outcome != Outcome.WARNINGS;
    }
}
