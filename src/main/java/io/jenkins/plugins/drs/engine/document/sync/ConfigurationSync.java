package io.jenkins.plugins.drs.engine.document.sync;

import io.jenkins.plugins.drs.engine.document.DraftDocument;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.ConfigurationStore;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoreLock;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.document.sync.Reconciliation.SyncBase;
import io.jenkins.plugins.drs.engine.plan.ConfigurationValidation;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a store follow documents.
 *
 * <p>A sync is applied, and then confirmed or undone. What is about to be stored is remembered first, so that after a
 * crash nothing of it is taken for changed by hand.
 */
public final class ConfigurationSync {
    private static final int MOST_ATTEMPTS = 10;

    private final ConfigurationStore store;
    private final SyncRecords records;

    public ConfigurationSync(ConfigurationStore store, SyncRecords records) {
        this.store = store;
        this.records = records;
    }

    /** What {@link #apply} would do now. Writes nothing. */
    public SyncResult propose(SyncRequest request) throws IOException {
        SyncResult result = look(request, records.get(request.source()), store.current());
        boolean possible = result.outcome() == SyncResult.Outcome.APPLIED;
        return possible ? as(SyncResult.Outcome.POSSIBLE, result, result.revision()) : result;
    }

    /**
     * Makes the store follow a document, whole or not at all. One that means what is stored, and what it meant at the
     * last sync, writes nothing.
     *
     * @param change recorded in the history when something changes; its time is the time of the sync
     * @throws StaleConfigurationException when others change the store again and again meanwhile
     */
    public SyncResult apply(SyncRequest request, Change change) throws IOException, StaleConfigurationException {
        try (StoreLock lock = records.lock()) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(request, change);
                } catch (StaleConfigurationException stale) {
                    if (attempt == MOST_ATTEMPTS) {
                        throw stale;
                    }
                }
            }
        }
    }

    private SyncResult attempt(SyncRequest request, Change change) throws IOException, StaleConfigurationException {
        SyncRecord record = records.get(request.source());
        StoredConfiguration stored = store.current();
        SyncResult result = look(request, record, stored);
        DrConfiguration wanted = request.document().configuration().orElse(DrConfiguration.EMPTY);
        if (result.outcome() == SyncResult.Outcome.UNCHANGED) {
            if (!isRemembered(record, wanted)) {
                records.write(record.confirmed(change.who(), change.when(), stored.revision(), wanted));
            }
            return result;
        }
        if (result.outcome() != SyncResult.Outcome.APPLIED) {
            return result;
        }
        records.write(record.begin(stored.revision(), wanted));
        return as(
                SyncResult.Outcome.APPLIED,
                result,
                stored(stored, result.reconciliation().target(), change));
    }

    private long stored(StoredConfiguration before, DrConfiguration target, Change change)
            throws IOException, StaleConfigurationException {
        try {
            return store.replace(before.revision(), target, change).revision();
        } catch (InvalidConfigurationException found) {
            throw new IllegalStateException("Expected to store a valid configuration, but it is not", found);
        }
    }

    private static boolean isRemembered(SyncRecord record, DrConfiguration wanted) {
        return record.begun().isEmpty()
                && record.synced()
                        .map(SyncRecordFile::hash)
                        .filter(SyncRecordFile.hash(wanted)::equals)
                        .isPresent();
    }

    private SyncResult look(SyncRequest request, SyncRecord record, StoredConfiguration stored) throws IOException {
        DraftDocument document = request.document();
        Optional<DrConfiguration> wanted = document.configuration();
        if (wanted.isEmpty()) {
            return SyncResult.unreadable(sentences(document.problems()), stored.revision());
        }
        SyncBase base = new SyncBase(
                record.synced(),
                record.begun().map(SyncRecord.Begun::document),
                records.others(request.source(), request.isThere()));
        Reconciliation found = Reconciliation.of(base, stored.configuration(), wanted.get(), request.onManualChange());
        List<String> errors = errors(document, found.target());
        List<String> problems = errors.isEmpty() ? sentences(document.problems()) : errors;
        long before = record.begun().map(SyncRecord.Begun::before).orElse(stored.revision());
        SyncResult.Outcome outcome = outcome(request, record, found, !errors.isEmpty());
        if (outcome == SyncResult.Outcome.APPLIED && isRefused(request, record, stored.configuration())) {
            outcome = SyncResult.Outcome.STILL_REFUSED;
        }
        return new SyncResult(
                outcome,
                found,
                problems,
                outcome == SyncResult.Outcome.UNCONFIRMED ? before : stored.revision(),
                stored.revision(),
                record.synced().isEmpty(),
                outcome == SyncResult.Outcome.STILL_REFUSED
                        ? record.refused().orElseThrow().why()
                        : "");
    }

    /** Whether the same was put back before, and neither the document nor what is stored means something else since. */
    private static boolean isRefused(SyncRequest request, SyncRecord record, DrConfiguration stored) {
        return !request.insists()
                && record.refused()
                        .filter(refused -> refused.document()
                                .equals(SyncRecordFile.hash(
                                        request.document().configuration().orElseThrow())))
                        .filter(refused -> refused.stored().equals(SyncRecordFile.hash(stored)))
                        .isPresent();
    }

    private static SyncResult.Outcome outcome(
            SyncRequest request, SyncRecord record, Reconciliation found, boolean hasErrors) {
        boolean fails = request.onManualChange() == OnManualChange.FAIL
                && !found.manual().isEmpty();
        if (!found.foreign().isEmpty()) {
            return SyncResult.Outcome.NOT_ITS_OWN;
        }
        if (fails) {
            return SyncResult.Outcome.CHANGED_BY_HAND;
        }
        if (hasErrors) {
            return SyncResult.Outcome.ERRORS;
        }
        if (!found.applied().isEmpty()) {
            return SyncResult.Outcome.APPLIED;
        }
        boolean cutOff = record.begun()
                .map(begun -> SyncRecordFile.hash(begun.document()))
                .filter(SyncRecordFile.hash(request.document().configuration().orElseThrow())::equals)
                .isPresent();
        return cutOff ? SyncResult.Outcome.UNCONFIRMED : SyncResult.Outcome.UNCHANGED;
    }

    /** The errors of what would be stored; where the document has errors itself, those, with their places. */
    private static List<String> errors(DraftDocument document, DrConfiguration target) {
        List<Problem> errors = ConfigurationValidation.of(target).stream()
                .filter(Problem::isError)
                .toList();
        if (errors.isEmpty()) {
            return List.of();
        }
        ReadResult alone = document.validated();
        List<String> sentences = new ArrayList<>(sentences(alone.problems()));
        if (alone.errors().isEmpty()) {
            errors.forEach(error -> sentences.add(
                    "error: together with what is stored besides: " + error.pointer() + ": " + error.text()));
        }
        return sentences;
    }

    private static List<String> sentences(List<LocatedProblem> problems) {
        return problems.stream()
                .map(problem -> (problem.isError() ? "error: " : "") + problem)
                .toList();
    }

    private static SyncResult as(SyncResult.Outcome outcome, SyncResult result, long revision) {
        return new SyncResult(
                outcome,
                result.reconciliation(),
                result.problems(),
                result.before(),
                revision,
                result.first(),
                result.refusal());
    }

    /**
     * Whether a sync of a source is neither confirmed nor undone, and no later one has begun.
     *
     * @param before of the {@link SyncResult}
     */
    public boolean isOpen(String source, long before) throws IOException {
        return records.get(source)
                .begun()
                .filter(open -> open.before() == before)
                .isPresent();
    }

    /**
     * Remembers that what was applied for a source is good. Does nothing when a later sync of the source has begun.
     *
     * @param before of the {@link SyncResult}
     * @param by whoever let it happen
     */
    public void confirm(String source, long before, Change by) throws IOException {
        try (StoreLock lock = records.lock()) {
            SyncRecord record = records.get(source);
            Optional<SyncRecord.Begun> begun = record.begun().filter(open -> open.before() == before);
            if (begun.isPresent()) {
                long revision = store.current().revision();
                records.write(record.confirmed(
                        by.who(), by.when(), revision, begun.get().document()));
            }
        }
    }

    /**
     * Puts back what the sync of a source changed, but for what others changed since. Does nothing when the sync is
     * confirmed or undone, or a later one of the source has begun.
     *
     * @param before of the {@link SyncResult}
     * @param why what is wrong with the document, so that the same is not applied again as things stand; empty when
     *     nothing is known to be wrong with it
     * @return the stored revision afterwards
     * @throws InvalidConfigurationException when the rest would not be valid without it; nothing was changed
     */
    public long undo(String source, long before, Optional<String> why, Change change)
            throws IOException, StaleConfigurationException, InvalidConfigurationException {
        try (StoreLock lock = records.lock()) {
            SyncRecord record = records.get(source);
            if (record.begun().filter(open -> open.before() == before).isEmpty()) {
                return store.current().revision();
            }
            DrConfiguration earlier = revision(before);
            DrConfiguration made = revision(before + 1);
            StoredConfiguration now = store.current();
            DrConfiguration target = Reconciliation.undone(earlier, made, now.configuration());
            long revision = store.replace(now.revision(), target, change).revision();
            String document = SyncRecordFile.hash(record.begun().get().document());
            records.write(record.undone(
                    why.map(reason -> new SyncRecord.Refused(document, SyncRecordFile.hash(target), reason))));
            return revision;
        }
    }

    private DrConfiguration revision(long number) throws IOException {
        if (number == 0) {
            return DrConfiguration.EMPTY;
        }
        return store.at(number)
                .orElseThrow(() -> new IOException("Revision " + number
                        + " is not kept any longer, so what the sync changed cannot be put back. Keep"
                        + " a longer history."))
                .configuration();
    }
}
