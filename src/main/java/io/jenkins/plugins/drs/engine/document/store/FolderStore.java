package io.jenkins.plugins.drs.engine.document.store;

import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.plan.ConfigurationValidation;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps the configuration in a folder of its own.
 *
 * <p>A crash at any moment leaves the old configuration or the new one. Reading takes no lock. Several stores of one
 * folder, in one process or in several, may be used at the same time. The folder is made with the first change.
 */
public final class FolderStore implements ConfigurationStore {
    private final StoreFolder files;
    private final HistoryPolicy policy;

    /** A store in that folder, which need not exist. */
    public FolderStore(Path folder, HistoryPolicy policy) {
        this(folder, policy, Disk.REAL);
    }

    FolderStore(Path folder, HistoryPolicy policy, Disk disk) {
        files = new StoreFolder(folder, disk);
        this.policy = policy;
    }

    @Override
    public StoredConfiguration current() throws IOException {
        return files.current().map(RevisionFile.Content::stored).orElse(StoredConfiguration.NOTHING);
    }

    @Override
    public StoredConfiguration replace(long expectedRevision, DrConfiguration next, Change change)
            throws IOException, StaleConfigurationException, InvalidConfigurationException {
        refuseNewErrors(files.current().map(content -> content.stored().configuration()), next);
        files.create();
        try (StoreLock lock = StoreLock.take(files.path())) {
            Optional<RevisionFile.Content> current = files.current();
            StoredConfiguration stored =
                    current.map(RevisionFile.Content::stored).orElse(StoredConfiguration.NOTHING);
            if (stored.revision() != expectedRevision) {
                String who =
                        current.map(content -> content.header().change().who()).orElse("");
                throw new StaleConfigurationException(expectedRevision, stored.revision(), who);
            }
            ConfigurationDiff diff = ConfigurationDiff.between(stored.configuration(), next);
            return diff.isEmpty() ? stored : write(stored.revision(), next, change, diff);
        }
    }

    /** What an earlier version stored, and is an error today, does not keep other items from being changed. */
    private static void refuseNewErrors(Optional<DrConfiguration> stored, DrConfiguration next)
            throws InvalidConfigurationException {
        List<String> known = stored.stream()
                .flatMap(before -> ConfigurationValidation.of(before).stream())
                .map(Problem::message)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Problem> errors = ConfigurationValidation.of(next).stream()
                .filter(Problem::isError)
                .filter(problem -> !known.remove(problem.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidConfigurationException(errors);
        }
    }

    private StoredConfiguration write(long before, DrConfiguration next, Change change, ConfigurationDiff diff)
            throws IOException {
        long revision = before + 1;
        byte[] bytes = RevisionFile.bytes(revision, change, diff, next);
        refuseUnreadable(bytes, next);
        if (before > 0) {
            files.keep(before);
        }
        files.replace(revision, bytes);
        prune(revision, change.when());
        return new StoredConfiguration(revision, next);
    }

    /** What is stored must come back, also after values that no document can hold or that are more than it may hold. */
    private static void refuseUnreadable(byte[] bytes, DrConfiguration next) throws IOException {
        try {
            if (RevisionFile.document(bytes).equals(next)) {
                return;
            }
        } catch (IllegalArgumentException unreadable) {
            throw new IOException(
                    "The configuration was not stored, because it could not be read again: " + unreadable.getMessage(),
                    unreadable);
        }
        throw new IOException("The configuration was not stored, because it would not be the same when read again");
    }

    /** The change is made by now; what cannot be removed is tried again after the next one. */
    private void prune(long current, Instant now) {
        try {
            List<Long> kept = files.revisions();
            for (int place = 0; place < kept.size(); place++) {
                long revision = kept.get(place);
                if (revision != current && (place >= policy.most() || isOld(revision, now))) {
                    files.forget(revision);
                }
            }
        } catch (IOException later) {
            return;
        }
    }

    private boolean isOld(long revision, Instant now) throws IOException {
        Optional<HistoryEntry> entry = files.entry(revision);
        return entry.filter(known -> known.damage().isEmpty())
                .filter(known -> known.change().when().plus(policy.longest()).isBefore(now))
                .isPresent();
    }

    @Override
    public List<HistoryEntry> history() throws IOException {
        Optional<RevisionFile.Content> current = files.current();
        List<HistoryEntry> entries = new ArrayList<>();
        if (current.isPresent()) {
            entries.add(current.get().header().entry());
            for (long revision : files.revisions()) {
                if (revision < entries.get(0).revision()) {
                    files.entry(revision).ifPresent(entries::add);
                }
            }
        }
        return entries;
    }

    @Override
    public Optional<StoredConfiguration> at(long revision) throws IOException {
        return content(revision).map(RevisionFile.Content::stored);
    }

    @Override
    public Optional<ConfigurationDiff> changes(long revision) throws IOException {
        return content(revision).map(RevisionFile.Content::diff);
    }

    /** A crash may have left a copy of a revision that never became current; that one is not there. */
    private Optional<RevisionFile.Content> content(long revision) throws IOException {
        Optional<RevisionFile.Content> current = files.current();
        if (current.isEmpty() || revision > current.get().header().revision()) {
            return Optional.empty();
        }
        return revision == current.get().header().revision() ? current : files.at(revision);
    }
}
