package io.jenkins.plugins.drs.engine.document.store;

import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Keeps the configuration and its history. Safe for use by several threads and processes.
 *
 * <p>Every change names the revision that it was made to, so that of two people who edit at the same time the later one
 * is told, and nothing is lost.
 */
public interface ConfigurationStore {
    /**
     * The current revision; {@link StoredConfiguration#NOTHING} before the first change.
     *
     * @throws DamagedStoreException when what is stored is not what was written
     */
    StoredConfiguration current() throws IOException;

    /**
     * Stores a configuration in place of the current one, whole or not at all.
     *
     * @param expectedRevision the revision that {@code next} was made from; 0 for an empty store
     * @return the new revision; the current one, and no entry in the history, when {@code next} means the same
     * @throws StaleConfigurationException when another revision is current
     * @throws InvalidConfigurationException when {@code next} has errors; warnings do not matter here
     * @throws DamagedStoreException when what is stored is not what was written; it is not overwritten
     */
    StoredConfiguration replace(long expectedRevision, DrConfiguration next, Change change)
            throws IOException, StaleConfigurationException, InvalidConfigurationException;

    /** The changes that are kept, newest first; empty before the first one. */
    List<HistoryEntry> history() throws IOException;

    /**
     * That revision; empty when it never was, or is not kept any longer.
     *
     * @throws DamagedStoreException when what is stored is not what was written
     */
    Optional<StoredConfiguration> at(long revision) throws IOException;

    /**
     * What that revision changed, as it was recorded with it; empty when the revision never was, or is not kept any
     * longer. Does not need the revision before it.
     *
     * @throws DamagedStoreException when what is stored is not what was written
     */
    Optional<ConfigurationDiff> changes(long revision) throws IOException;

    /**
     * Puts an older revision back, as a new one.
     *
     * @throws NoSuchElementException when the store does not have that older revision
     */
    default StoredConfiguration rollback(long expectedRevision, long toRevision, Change change)
            throws IOException, StaleConfigurationException, InvalidConfigurationException {
        StoredConfiguration older = at(toRevision)
                .orElseThrow(() -> new NoSuchElementException("Expected revision " + toRevision
                        + " in the history, but it never was, or is not kept any longer"));
        return replace(expectedRevision, older.configuration(), change);
    }
}
