package io.jenkins.plugins.drs.plugin.configuration.store;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.ConfigurationStore;
import io.jenkins.plugins.drs.engine.document.store.FolderStore;
import io.jenkins.plugins.drs.engine.document.store.HistoryEntry;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.document.sync.SyncRecords;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRecords;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.HostSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * The configuration that this controller keeps, and its history.
 *
 * <p>Reading checks no permission: callers do. Changes by the current user check {@link
 * DisasterRecoveryPermissions#CONFIGURE}; whoever changes for somebody else says who, and has checked before.
 */
@Extension
public final class PlanStore implements ConfigurationStore {
    private static final Logger LOGGER = Logger.getLogger(PlanStore.class.getName());

    private final Path folder;
    private final ExportRecords exports;
    private volatile StoredConfiguration known;

    public PlanStore() {
        folder =
                Jenkins.get().getRootDir().toPath().resolve("disaster-recovery").resolve("configuration");
        exports = new ExportRecords(folder.resolve("exports.json"));
    }

    public static PlanStore get() {
        return ExtensionList.lookupSingleton(PlanStore.class);
    }

    /** What is remembered of the repositories that the configuration follows. */
    public SyncRecords syncRecords() {
        return new SyncRecords(folder.resolve("sync"));
    }

    /** What is remembered of exports. */
    public ExportRecords.Found exports() {
        return exports.now();
    }

    /**
     * Remembers that a document outside of Jenkins holds plans. What cannot be written down is a line in the log: the
     * document is there all the same.
     *
     * @param exported the plans, with the groups and accounts that they use
     * @param by a user, or a build
     */
    public void exported(DrConfiguration exported, ExportRecords.Way way, String by) {
        try {
            exports.add(
                    exported,
                    way,
                    Instant.now(),
                    by,
                    ExportRecords.namesOf(current().configuration()));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "An export cannot be remembered; its plans count as not backed up", e);
        }
    }

    /** The current revision; kept in memory, so cheap to ask again. */
    @Override
    public StoredConfiguration current() throws IOException {
        StoredConfiguration current = known;
        if (current == null) {
            synchronized (this) {
                current = store().current();
                known = current;
            }
        }
        return current;
    }

    /** The current revision, or an empty one when it cannot be read, which the log then tells. */
    public StoredConfiguration currentOrEmpty() {
        try {
            return current();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The disaster recovery configuration cannot be read", e);
            return StoredConfiguration.NOTHING;
        }
    }

    /** The changes that are kept, newest first. */
    @Override
    public List<HistoryEntry> history() throws IOException {
        return store().history();
    }

    /** That revision; empty when it never was, or is not kept any longer. */
    @Override
    public Optional<StoredConfiguration> at(long revision) throws IOException {
        StoredConfiguration current = current();
        return current.revision() == revision ? Optional.of(current) : store().at(revision);
    }

    /** What that revision changed. */
    @Override
    public Optional<ConfigurationDiff> changes(long revision) throws IOException {
        return store().changes(revision);
    }

    /**
     * Makes an edit of the current user. One that was made to an older revision goes through as long as nobody changed
     * in between what it edits.
     *
     * @param madeFrom revision that the edit was made from
     * @throws StaleConfigurationException when somebody did
     */
    public StoredConfiguration edit(long madeFrom, Edit edit, String why)
            throws IOException, StaleConfigurationException, InvalidConfigurationException {
        Change change = new Change(currentUser(), Instant.now(), Change.Kind.EDIT, why);
        return change(change.kind(), () -> {
            StoredConfiguration current = current();
            boolean fresh = current.revision() == madeFrom || isUntouched(edit, madeFrom, current);
            return fresh
                    ? store().replace(current.revision(), edit.apply(current.configuration()), change)
                    : store().replace(madeFrom, current.configuration(), change);
        });
    }

    private boolean isUntouched(Edit edit, long madeFrom, StoredConfiguration current) throws IOException {
        Optional<DrConfiguration> seen = madeFrom == 0
                ? Optional.of(DrConfiguration.EMPTY)
                : store().at(madeFrom).map(StoredConfiguration::configuration);
        return seen.map(edit::subject)
                .map(subject -> subject.equals(edit.subject(current.configuration())))
                .orElse(false);
    }

    /** Puts an older revision back, for the current user. */
    public StoredConfiguration rollback(long expectedRevision, long toRevision, String why)
            throws IOException, StaleConfigurationException, InvalidConfigurationException {
        Change change = new Change(currentUser(), Instant.now(), Change.Kind.ROLLBACK, why);
        return change(change.kind(), () -> store().rollback(expectedRevision, toRevision, change));
    }

    /** Stores a whole configuration for the current user. */
    public StoredConfiguration replace(long expectedRevision, DrConfiguration next, Change.Kind kind, String why)
            throws IOException, StaleConfigurationException, InvalidConfigurationException {
        return replace(expectedRevision, next, new Change(currentUser(), Instant.now(), kind, why));
    }

    /** Stores a whole configuration for whoever the change names. The caller has checked that they may. */
    @Override
    public StoredConfiguration replace(long expectedRevision, DrConfiguration next, Change change)
            throws IOException, StaleConfigurationException, InvalidConfigurationException {
        return change(change.kind(), () -> store().replace(expectedRevision, next, change));
    }

    private interface Write {
        StoredConfiguration now() throws IOException, StaleConfigurationException, InvalidConfigurationException;
    }

    /** Listeners are told outside of the lock, since they may take locks of their own. */
    private StoredConfiguration change(Change.Kind kind, Write write)
            throws IOException, StaleConfigurationException, InvalidConfigurationException {
        StoredConfiguration before;
        StoredConfiguration after;
        synchronized (this) {
            before = current();
            try {
                after = write.now();
                known = after;
            } catch (IOException | StaleConfigurationException e) {
                known = null;
                throw e;
            }
        }
        if (after.revision() != before.revision()) {
            PlanStoreListener.tell(before, after, kind);
        }
        return after;
    }

    private static String currentUser() {
        Jenkins.get().checkPermission(DisasterRecoveryPermissions.CONFIGURE);
        return Jenkins.getAuthentication2().getName();
    }

    private ConfigurationStore store() {
        return new FolderStore(folder, HostSettings.get().historyPolicy());
    }

    /** Reads the store again when Jenkins has read everything else again. */
    @Extension
    public static final class Reload extends ItemListener {
        @Override
        public void onLoaded() {
            get().known = null;
        }
    }
}
