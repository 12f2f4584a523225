package io.jenkins.plugins.drs.engine.document.sync;

import io.jenkins.plugins.drs.engine.document.DraftDocument;
import java.util.function.Predicate;

/**
 * What a source wants.
 *
 * @param source tells sources apart; the same one from sync to sync
 * @param document what the configuration should be; of items of other sources it need say nothing
 * @param insists whether it is applied although the same was put back before, because what was wrong is good now
 * @param isThere whether another source still exists; the items of one that does not are not of it any longer
 */
public record SyncRequest(
        String source,
        DraftDocument document,
        OnManualChange onManualChange,
        boolean insists,
        Predicate<String> isThere) {
    /** A request that does not insist. */
    public SyncRequest(
            String source, DraftDocument document, OnManualChange onManualChange, Predicate<String> isThere) {
        this(source, document, onManualChange, false, isThere);
    }

    /** The same, insisting. */
    public SyncRequest insisting() {
        return new SyncRequest(source, document, onManualChange, true, isThere);
    }
}
