package io.jenkins.plugins.drs.engine.document.sync;

import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.List;

/**
 * What came of a sync.
 *
 * @param reconciliation what was found
 * @param problems errors and warnings of the document, or of what would be stored with it, as sentences
 * @param before the revision to go back to
 * @param revision the stored revision now
 * @param first whether the source was never synced before, so that nothing is known of who changed what
 * @param refusal why the same was put back before, of {@link Outcome#STILL_REFUSED}; else empty
 */
public record SyncResult(
        Outcome outcome,
        Reconciliation reconciliation,
        List<String> problems,
        long before,
        long revision,
        boolean first,
        String refusal) {

    /** How a sync ended. */
    public enum Outcome {
        /** Stored; to be confirmed, or undone. */
        APPLIED,
        /** An earlier sync stored the same and was cut off before that was confirmed; to be confirmed, or undone. */
        UNCONFIRMED,
        /** What is stored means the same already. */
        UNCHANGED,
        /** Asked for without applying: there are changes, and they could be applied. */
        POSSIBLE,
        /** Refused because of changes by hand. */
        CHANGED_BY_HAND,
        /** Refused because of items of another source. */
        NOT_ITS_OWN,
        /** Refused because of errors. */
        ERRORS,
        /** Not applied, because the same was put back before, and nothing has changed since. */
        STILL_REFUSED
    }

    public SyncResult {
        problems = List.copyOf(problems);
    }

    static SyncResult unreadable(List<String> problems, long revision) {
        Reconciliation nothing = new Reconciliation(
                DrConfiguration.EMPTY,
                ConfigurationDiff.NONE,
                ConfigurationDiff.NONE,
                DrConfiguration.EMPTY,
                List.of());
        return new SyncResult(Outcome.ERRORS, nothing, problems, revision, revision, false, "");
    }

    /** Whether the document is stored, or could be. */
    public boolean success() {
        return outcome.compareTo(Outcome.CHANGED_BY_HAND) < 0;
    }

    /** Whether {@link ConfigurationSync#confirm} or {@link ConfigurationSync#undo} is to follow. */
    public boolean isOpen() {
        return outcome == Outcome.APPLIED || outcome == Outcome.UNCONFIRMED;
    }
}
