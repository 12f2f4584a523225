package io.jenkins.plugins.drs.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.configuration.store.PlanStore;
import io.jenkins.plugins.drs.configuration.sync.SyncOrigin;
import io.jenkins.plugins.drs.configuration.sync.SyncSources;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Lets the stored configuration follow a document of the workspace, for a build, and tells it in the log. */
final class DocumentSync {
    private static final int MOST_LINES = 500;

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

    /** @param applies whether to apply; else tells only what would be */
    SyncStory run(SyncOrigin origin, FilePath workspace, boolean applies) throws IOException, InterruptedException {
        byte[] content = new PlanSource(workspace, log).bytes(arguments.file);
        DraftDocument document = DocumentReader.draft(content, arguments.file, DocumentLimits.DEFAULT);
        if (arguments.writeBack != null) {
            PlanSource.within(workspace, arguments.writeBack);
        }
        String source = origin.source(arguments.file);
        SyncRequest request = new SyncRequest(source, document, arguments.onManualChange, SyncSources::isThere);
        SyncResult result;
        try {
            result = applies ? sync.apply(request, change(Change.Kind.SYNC, "")) : sync.propose(request);
        } catch (StaleConfigurationException e) {
            throw new AbortException(e.getMessage());
        }
        if (applies && result.success()) {
            backedUp(document);
        }
        SyncStory story = new SyncStory(source, result, origin.whyNot().isEmpty());
        tell(result, story);
        story.says(sentence(result));
        try {
            writeBack(document, result, workspace, story);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (story.isOpen()) {
                Thread.interrupted(); // files cannot be written by a thread that is interrupted
                undo(story, "What was changed in Jenkins cannot be written to " + arguments.writeBack + ".");
            }
            throw e;
        }
        return story;
    }

    /** The repository has the plans of the document; what these use and it does not say is as stored. */
    private void backedUp(DraftDocument document) throws IOException {
        DrConfiguration stored = PlanStore.get().current().configuration();
        DrConfiguration own = document.configuration().orElse(DrConfiguration.EMPTY);
        PlanStore.get()
                .exported(PlanFingerprints.over(stored, own), ExportRecords.Way.REPOSITORY, build.getFullDisplayName());
    }

    private Change change(Change.Kind kind, String why) throws IOException {
        String where = "drsSync of " + arguments.file + " in " + build.getFullDisplayName();
        return new Change(Authority.who(build), Instant.now(), kind, where + (why.isEmpty() ? "" : ": " + why));
    }

    private void tell(SyncResult result, SyncStory story) {
        story.put("problems", result.problems());
        result.problems().forEach(this::say);
        List<String> manual = lines(result.reconciliation().manual());
        story.put("manualChanges", manual);
        if (!manual.isEmpty()) {
            say("Changed in Jenkins, and not by this repository, since the last sync:");
            manual.forEach(line -> say("  " + line));
        }
        List<String> diff = lines(result.reconciliation().applied());
        story.put("diff", diff);
        if (!diff.isEmpty()) {
            say(result.isOpen() ? "Changes:" : "Changes that a sync would make:");
            diff.forEach(line -> say("  " + line));
        }
    }

    private static List<String> lines(ConfigurationDiff diff) {
        return DiffText.lines(diff, MOST_LINES);
    }

    private String sentence(SyncResult result) {
        String summary = DiffText.summary(result.reconciliation().applied().counts());
        return switch (result.outcome()) {
            case APPLIED -> arguments.file + " is applied: " + summary + " (revision " + result.revision() + ")";
            case UNCONFIRMED ->
                arguments.file + " was applied by a sync that was cut off (after revision " + result.before() + ")";
            case UNCHANGED -> arguments.file + ": nothing to change (revision " + result.revision() + ")";
            case POSSIBLE -> arguments.file + " can be applied: " + summary + ". Nothing was changed.";
            case CHANGED_BY_HAND ->
                arguments.file
                        + " was not applied, because somebody changed the configuration in Jenkins since the last"
                        + " sync, as listed above. Take that over into the repository (writeBack writes it), or choose"
                        + " onManualChange: 'keep' or 'overwrite'.";
            case NOT_ITS_OWN ->
                arguments.file + " was not applied: "
                        + String.join(", ", result.reconciliation().foreign())
                        + " also comes from another repository, with another meaning. Take it out of one of the two.";
            case ERRORS -> arguments.file + " has errors, as listed above. Nothing was changed.";
        };
    }

    /** Writes what was changed by hand, together with all else that the document says. */
    private void writeBack(DraftDocument document, SyncResult result, FilePath workspace, SyncStory story)
            throws IOException, InterruptedException {
        boolean asked = arguments.writeBack != null;
        if (!asked || result.reconciliation().manual().isEmpty()) {
            return;
        }
        DrConfiguration written = document.configuration().orElse(DrConfiguration.EMPTY);
        byte[] content = ConfigurationExport.write(
                result.reconciliation().merged(),
                new ExportRequest(List.of(), DocumentFormat.ofName(arguments.writeBack), written.metadata()));
        FilePath target = PlanSource.within(workspace, arguments.writeBack);
        target.getParent().mkdirs();
        target.write(new String(content, StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
        story.put("writtenBack", arguments.writeBack);
        say("The document with what was changed in Jenkins is in " + arguments.writeBack + ", to be committed.");
    }

    /** Plans that mean something else than before the sync, or whose groups or accounts do. */
    List<String> affected(SyncStory story) throws IOException {
        DrConfiguration before = story.before == 0
                ? DrConfiguration.EMPTY
                : PlanStore.get()
                        .at(story.before)
                        .map(StoredConfiguration::configuration)
                        .orElse(DrConfiguration.EMPTY);
        DrConfiguration now = PlanStore.get().current().configuration();
        return now.recoveryPlans().stream()
                .map(RecoveryPlan::planName)
                .filter(plan -> before.plan(plan).isEmpty()
                        || !Arrays.equals(
                                PlanDocument.canonicalJson(before, plan), PlanDocument.canonicalJson(now, plan)))
                .toList();
    }

    /** Whether what was applied still waits to be confirmed or put back. */
    boolean isOpen(SyncStory story) throws IOException {
        return story.isOpen() && sync.isOpen(story.source, story.before);
    }

    void confirm(SyncStory story) throws IOException {
        sync.confirm(story.source, story.before, change(Change.Kind.SYNC, ""));
        story.close("APPLIED", true, PlanStore.get().current().revision());
    }

    /** Puts back what was applied. */
    void undo(SyncStory story, String why) throws IOException {
        try {
            long revision = sync.undo(story.source, story.before, change(Change.Kind.ROLLBACK, why));
            story.close("ROLLED_BACK", false, revision);
            story.says(arguments.file + " was rolled back: " + why + " The configuration is as before (revision "
                    + revision + ").");
        } catch (StaleConfigurationException | InvalidConfigurationException | IOException e) {
            throw new IOException(
                    "What was applied is not good (" + why + "), and cannot be put back by itself: " + e.getMessage()
                            + " Put revision " + story.before + " back on the page Disaster recovery, History.",
                    e);
        }
    }

    void say(String line) {
        log.getLogger().println("[drs] " + line);
    }
}
