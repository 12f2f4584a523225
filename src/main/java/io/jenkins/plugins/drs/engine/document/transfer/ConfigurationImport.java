package io.jenkins.plugins.drs.engine.document.transfer;

import io.jenkins.plugins.drs.engine.document.DraftDocument;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.ConfigurationStore;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Imports documents into a store, whole or not at all.
 *
 * <p>What counts is whether everything is valid afterwards: a document may refer to groups and accounts that are stored.
 */
public final class ConfigurationImport {
    private static final int MOST_ATTEMPTS = 10;

    private final ConfigurationStore store;
    private final ImportRequest request;

    private ConfigurationImport(ConfigurationStore store, ImportRequest request) {
        this.store = store;
        this.request = request;
    }

    /**
     * Imports a document, or tells what an import would do. Changes of others in between are merged, unless the request
     * names a revision.
     *
     * @param change recorded in the history when something changes
     * @throws StaleConfigurationException when another revision than the request's is current
     */
    public static ImportResult run(
            ConfigurationStore store, DraftDocument document, ImportRequest request, Change change)
            throws IOException, StaleConfigurationException {
        ConfigurationImport run = new ConfigurationImport(store, request);
        for (int attempt = 1; ; attempt++) {
            try {
                return run.attempt(document, change);
            } catch (StaleConfigurationException stale) {
                if (request.expectedRevision().isPresent() || attempt == MOST_ATTEMPTS) {
                    throw stale;
                }
            }
        }
    }

    private ImportResult attempt(DraftDocument document, Change change)
            throws IOException, StaleConfigurationException {
        StoredConfiguration stored = store.current();
        if (request.expectedRevision().orElse(stored.revision()) != stored.revision()) {
            throw new StaleConfigurationException(request.expectedRevision().getAsLong(), stored.revision(), "");
        }
        Optional<DrConfiguration> written = document.configuration();
        if (written.isEmpty()) {
            return unreadable(document, stored);
        }
        boolean overwrite = request.onConflict() == ImportRequest.OnConflict.OVERWRITE;
        Merge merge = Merge.of(stored.configuration(), written.get(), overwrite);
        ImportProblems problems = ImportProblems.of(document, merge, request.onConflict());
        ConfigurationDiff diff = ConfigurationDiff.between(stored.configuration(), merge.configuration());
        ImportResult.Outcome outcome = outcome(problems, diff);
        if (outcome == ImportResult.Outcome.IMPORTED) {
            long revision = replace(stored.revision(), merge.configuration(), change);
            return new ImportResult(outcome, counts(merge), problems.all(), diff, revision);
        }
        boolean refused = outcome == ImportResult.Outcome.ERRORS || outcome == ImportResult.Outcome.WARNINGS;
        Map<ItemKind, ImportCounts> counts = refused ? refused(merge, problems) : counts(merge);
        return new ImportResult(outcome, counts, problems.all(), diff, stored.revision());
    }

    private ImportResult.Outcome outcome(ImportProblems problems, ConfigurationDiff diff) {
        if (problems.hasErrors()) {
            return ImportResult.Outcome.ERRORS;
        }
        if (!request.force() && !problems.all().isEmpty() && !diff.isEmpty()) {
            return ImportResult.Outcome.WARNINGS;
        }
        if (diff.isEmpty()) {
            return ImportResult.Outcome.UNCHANGED;
        }
        return request.dryRun() ? ImportResult.Outcome.POSSIBLE : ImportResult.Outcome.IMPORTED;
    }

    private long replace(long expected, DrConfiguration merged, Change change)
            throws IOException, StaleConfigurationException {
        try {
            return store.replace(expected, merged, change).revision();
        } catch (InvalidConfigurationException found) {
            throw new IllegalStateException("Expected to import a valid configuration, but it is not", found);
        }
    }

    private static ImportResult unreadable(DraftDocument document, StoredConfiguration stored) {
        List<String> errors = document.problems().stream()
                .filter(LocatedProblem::isError)
                .map(LocatedProblem::toString)
                .toList();
        Map<ItemKind, ImportCounts> counts = new EnumMap<>(ItemKind.class);
        for (ItemKind kind : ItemKind.values()) {
            counts.put(kind, ImportCounts.NONE);
        }
        counts.put(ItemKind.UNKNOWN_FIELD, new ImportCounts(0, 0, 0, 0, errors));
        return new ImportResult(
                ImportResult.Outcome.ERRORS, counts, document.problems(), ConfigurationDiff.NONE, stored.revision());
    }

    private static Map<ItemKind, ImportCounts> counts(Merge merge) {
        Map<ItemKind, ImportCounts> counts = new EnumMap<>(ItemKind.class);
        merge.kinds().forEach(kind -> counts.put(kind, merge.items(kind).counts(List.of())));
        return counts;
    }

    private static Map<ItemKind, ImportCounts> refused(Merge merge, ImportProblems problems) {
        Map<ItemKind, ImportCounts> counts = new EnumMap<>(ItemKind.class);
        merge.kinds().forEach(kind -> counts.put(kind, new ImportCounts(0, 0, 0, 0, problems.errors(kind))));
        List<String> others = problems.errors(ItemKind.UNKNOWN_FIELD);
        if (!others.isEmpty()) {
            counts.put(ItemKind.UNKNOWN_FIELD, new ImportCounts(0, 0, 0, 0, others));
        }
        return counts;
    }
}
