package io.jenkins.plugins.drs.engine.document.transfer;

import java.util.OptionalLong;

/**
 * How a document is to be imported.
 *
 * @param onConflict what to do about an account, group or plan that is stored under the same name and means something
 *     else; the same thing again is no conflict
 * @param dryRun whether to tell only what would be done
 * @param force whether to import in spite of warnings; errors are never passed over
 * @param expectedRevision the revision for which a dry run was shown; empty to import into whatever is current
 */
public record ImportRequest(OnConflict onConflict, boolean dryRun, boolean force, OptionalLong expectedRevision) {
    /** What to do about items that are stored already. */
    public enum OnConflict {
        /** Import nothing at all. */
        FAIL,
        /** Leave the stored item as it is. */
        SKIP,
        /** Put the document's item in its place. */
        OVERWRITE
    }

    /** Fails on conflicts, writes, and stops at warnings. */
    public static final ImportRequest DEFAULT = new ImportRequest(OnConflict.FAIL, false, false, OptionalLong.empty());
}
