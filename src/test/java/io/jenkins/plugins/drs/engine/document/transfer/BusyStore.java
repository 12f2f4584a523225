package io.jenkins.plugins.drs.engine.document.transfer;

import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.ConfigurationStore;
import io.jenkins.plugins.drs.engine.document.store.HistoryEntry;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A store in which somebody else saves once, just before the first change is written. */
final class BusyStore implements ConfigurationStore {
    private final ConfigurationStore store;
    private final DrConfiguration others;
    private final Change change;
    private boolean saved;

    BusyStore(ConfigurationStore store, DrConfiguration others, Change change) {
        this.store = store;
        this.others = others;
        this.change = change;
    }

    @Override
    public StoredConfiguration current() throws IOException {
        return store.current();
    }

    @Override
    public StoredConfiguration replace(long expectedRevision, DrConfiguration next, Change own)
            throws IOException, StaleConfigurationException, InvalidConfigurationException {
        if (!saved) {
            saved = true;
            store.replace(store.current().revision(), others, change);
        }
        return store.replace(expectedRevision, next, own);
    }

    @Override
    public List<HistoryEntry> history() throws IOException {
        return store.history();
    }

    @Override
    public Optional<StoredConfiguration> at(long revision) throws IOException {
        return store.at(revision);
    }

    @Override
    public Optional<ConfigurationDiff> changes(long revision) throws IOException {
        return store.changes(revision);
    }
}
