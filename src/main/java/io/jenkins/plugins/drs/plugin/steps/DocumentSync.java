package io.jenkins.plugins.drs.plugin.steps;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DraftDocument;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.document.sync.ConfigurationSync;
import io.jenkins.plugins.drs.engine.document.sync.SyncRequest;
import io.jenkins.plugins.drs.engine.document.sync.SyncResult;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationExport;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRecords;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRequest;
import io.jenkins.plugins.drs.engine.document.transfer.PlanFingerprints;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.configuration.sync.SyncOrigin;
import io.jenkins.plugins.drs.plugin.configuration.sync.SyncSources;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.steps.SyncExecution.SyncArguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lets the stored configuration follow a document of the workspace, for a build, and tells it in the log. */
final class DocumentSync {
    private static final int MOST_LINES = 500;
    private static final int MOST_NAMES = 10;

    private final Run<?, ?> build;
    private final TaskListener log;
    private final SyncArguments arguments;
    private final ConfigurationSync sync =
            new ConfigurationSync(PlanStore.get(), PlanStore.get().syncRecords());

    DocumentSync(Run<?, ?> build, TaskListener log, SyncArguments arguments) {
        this.build = build;
        this.log = log;
        this.arguments = arguments;
    }

    /**
     * What came of a look at the document.
     *
     * @param target what the sync stored, or would store
     */
    record Done(SyncProgress story, DrConfiguration target) {}

    /**
     * Compares, and applies what there is to apply.
     *
     * @param applies whether to apply; else tells only what would be
     * @param insists whether to apply what was put back before, too
     */
    Done run(SyncOrigin origin, FilePath workspace, boolean applies, boolean insists)
            throws IOException, InterruptedException {
        byte[] content = new PlanSource(workspace, log).bytes(arguments.file);
        DraftDocument document = DocumentReader.draft(content, arguments.file, DocumentLimits.DEFAULT);
        if (arguments.writeBack != null) {
            PlanSource.within(workspace, arguments.writeBack);
        }
        String source = origin.source(arguments.file);
        SyncRequest request =
                new SyncRequest(source, document, arguments.onManualChange, insists, SyncSources::isThere);
        SyncResult result;
        try {
            result = applies ? sync.apply(request, change(Change.Kind.SYNC, "")) : sync.propose(request);
        } catch (StaleConfigurationException e) {
            throw BuildConsole.abort(e.getMessage());
        }
        if (applies && result.success()) {
            backedUp(document);
        }
        SyncProgress story = new SyncProgress(source, result, origin.whyNot().isEmpty());
        tell(result, story);
        story.says(sentence(result));
        try {
            writeBack(document, result, workspace, story);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (story.isOpen()) {
                Thread.interrupted(); // files cannot be written by a thread that is interrupted
                undo(story, Messages.sync_notWritten(arguments.writeBack), false);
            }
            throw e;
        }
        return new Done(story, result.reconciliation().target());
    }

    /** The repository has the plans of the document; what these use and it does not say is as stored. */
    private void backedUp(DraftDocument document) throws IOException {
        DrConfiguration stored = PlanStore.get().current().configuration();
        DrConfiguration own = document.configuration().orElse(DrConfiguration.EMPTY);
        PlanStore.get()
                .exported(PlanFingerprints.over(stored, own), ExportRecords.Way.REPOSITORY, build.getFullDisplayName());
    }

    private Change change(Change.Kind kind, String why) throws IOException {
        String where = Messages.sync_change(arguments.file, build.getFullDisplayName());
        return new Change(Authority.who(build), Instant.now(), kind, where + (why.isEmpty() ? "" : ": " + why));
    }

    private void tell(SyncResult result, SyncProgress story) {
        story.put("problems", result.problems());
        result.problems().forEach(this::say);
        List<String> manual = lines(result.reconciliation().manual());
        story.put("manualChanges", manual);
        if (!manual.isEmpty()) {
            say(result.first() ? Messages.sync_manualFirst() : Messages.sync_manual());
            manual.forEach(line -> say("  " + line));
        }
        List<String> diff = lines(result.reconciliation().applied());
        story.put("diff", diff);
        if (!diff.isEmpty()) {
            say(result.isOpen() ? Messages.sync_changes() : Messages.sync_changesWould());
            diff.forEach(line -> say("  " + line));
        }
    }

    private static List<String> lines(ConfigurationDiff diff) {
        return DiffText.lines(diff.withoutRoles(), MOST_LINES);
    }

    private String sentence(SyncResult result) {
        String file = arguments.file;
        String revision = Long.toString(result.revision());
        String summary = DiffText.summary(result.reconciliation().applied().counts());
        return switch (result.outcome()) {
            case APPLIED -> Messages.sync_applied(file, summary, revision);
            case UNCONFIRMED -> Messages.sync_unconfirmed(file, Long.toString(result.before()));
            case UNCHANGED -> Messages.sync_unchanged(file, revision);
            case POSSIBLE -> Messages.sync_possible(file, summary);
            case CHANGED_BY_HAND -> result.first() ? Messages.sync_byHandFirst(file) : Messages.sync_byHand(file);
            case NOT_ITS_OWN ->
                Messages.sync_foreign(
                        file, String.join(", ", result.reconciliation().foreign()));
            case ERRORS -> Messages.sync_errors(file);
            case STILL_REFUSED -> Messages.sync_stillRefused(file, result.refusal());
        };
    }

    /** The first of many names, and how many more there are. */
    static String listed(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
        return names.size() > MOST_NAMES ? Messages.plan_more(first, names.size() - MOST_NAMES) : first;
    }

    /** Roles and external ids of stored accounts go to no job that an administrator did not allow. */
    private DrConfiguration merged(SyncResult result) throws IOException {
        DrConfiguration merged = result.reconciliation().merged();
        return Authority.mayChangePlans(build) ? merged : merged.withoutAccounts();
    }

    /** Writes what was changed by hand, together with all else that the document says. */
    private void writeBack(DraftDocument document, SyncResult result, FilePath workspace, SyncProgress story)
            throws IOException, InterruptedException {
        boolean asked = arguments.writeBack != null;
        if (!asked || result.reconciliation().manual().isEmpty()) {
            return;
        }
        DrConfiguration written = document.configuration().orElse(DrConfiguration.EMPTY);
        byte[] content = ConfigurationExport.write(
                merged(result),
                new ExportRequest(List.of(), DocumentFormat.ofName(arguments.writeBack), written.metadata()));
        FilePath target = PlanSource.within(workspace, arguments.writeBack);
        target.write(new String(content, StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
        story.put("writtenBack", arguments.writeBack);
        say(Messages.sync_written(arguments.writeBack));
    }

    /** Plans that mean something else than before the sync, or whose groups or accounts do. */
    List<String> affected(SyncProgress story) throws IOException {
        DrConfiguration before = story.before == 0
                ? DrConfiguration.EMPTY
                : PlanStore.get()
                        .at(story.before)
                        .map(StoredConfiguration::configuration)
                        .orElse(DrConfiguration.EMPTY);
        return affected(before, PlanStore.get().current().configuration());
    }

    /** Plans that mean something else in the second configuration. */
    static List<String> affected(DrConfiguration before, DrConfiguration now) {
        return now.recoveryPlans().stream()
                .map(RecoveryPlan::planName)
                .filter(plan -> before.plan(plan).isEmpty()
                        || !Arrays.equals(
                                PlanDocument.canonicalJson(before, plan), PlanDocument.canonicalJson(now, plan)))
                .toList();
    }

    /** Whether what was applied still waits to be confirmed or put back. */
    boolean isOpen(SyncProgress story) throws IOException {
        return story.isOpen() && sync.isOpen(story.source, story.before);
    }

    void confirm(SyncProgress story) throws IOException {
        sync.confirm(story.source, story.before, change(Change.Kind.SYNC, ""));
        story.close("APPLIED", true, PlanStore.get().current().revision());
    }

    /**
     * Puts back what was applied.
     *
     * @param lasting whether the document is no good as things stand, so that it need not be applied again
     */
    void undo(SyncProgress story, String why, boolean lasting) throws IOException {
        try {
            long revision = sync.undo(
                    story.source,
                    story.before,
                    lasting ? Optional.of(why) : Optional.empty(),
                    change(Change.Kind.ROLLBACK, why));
            story.close(SyncProgress.ROLLED_BACK, false, revision);
            story.says(Messages.sync_rolledBack(arguments.file, why, Long.toString(revision)));
        } catch (StaleConfigurationException | InvalidConfigurationException | IOException e) {
            throw new IOException(Messages.sync_stuck(why, e.getMessage(), Long.toString(story.before)), e);
        }
    }

    void say(String line) {
        BuildConsole.print(log, line);
    }
}
