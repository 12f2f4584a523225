package io.jenkins.plugins.drs.engine.document.store;

import io.jenkins.plugins.drs.engine.document.diff.ItemCounts;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One change of the configuration.
 *
 * @param revision the revision that the change made
 * @param counts how many items it added, changed and removed; kinds of which none was are left out
 * @param damage why the entry cannot be read, in a sentence; empty when it can. The other fields mean nothing then
 */
public record HistoryEntry(long revision, Change change, Map<ItemKind, ItemCounts> counts, Optional<String> damage) {
    public HistoryEntry {
        counts = Map.copyOf(counts);
    }

    static HistoryEntry damaged(long revision, String damage) {
        Change unknown = new Change("", Instant.EPOCH, Change.Kind.UNKNOWN, "");
        return new HistoryEntry(revision, unknown, Map.of(), Optional.of(damage));
    }
}
