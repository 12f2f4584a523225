package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.StoreOptions.ChangeOptions;
import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DraftDocument;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.FolderStore;
import io.jenkins.plugins.drs.engine.document.store.HistoryPolicy;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.sync.ConfigurationSync;
import io.jenkins.plugins.drs.engine.document.sync.OnManualChange;
import io.jenkins.plugins.drs.engine.document.sync.SyncRecords;
import io.jenkins.plugins.drs.engine.document.sync.SyncRequest;
import io.jenkins.plugins.drs.engine.document.sync.SyncResult;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationExport;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRequest;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drs sync}: a store, or another document, follows a document. */
@Command(
        name = "sync",
        description = "Syncs a store, or another document, with a document: only semantic differences are applied.",
        mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {
    private static final int MOST_LINES = 1000;

    @Parameters(paramLabel = "FILE", description = "Configuration document to follow.")
    private Path file;

    @ArgGroup(multiplicity = "1")
    private Follower follower;

    /** What follows. */
    private static final class Follower {
        @Option(
                names = "--store",
                paramLabel = "DIR",
                description = "Folder with the configuration and its history; created if it is missing.")
        private Path store;

        @Option(names = "--to", paramLabel = "FILE", description = "Document to change; created if it is missing.")
        private Path document;
    }

    @Option(
            names = "--on-manual-change",
            paramLabel = "WHAT",
            defaultValue = "FAIL",
            description = "What to do with items of the store that others changed since the last sync: fail (default),"
                    + " keep or overwrite.")
    private OnManualChange onManualChange;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Name under which the store records the sync. Default: the path of the file as given.")
    private String source;

    @Option(
            names = "--write-back",
            paramLabel = "FILE",
            description = "Write the document including what others changed in the store, if they did.")
    private Path writeBack;

    @Mixin
    private ChangeOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return follower.store == null ? syncDocument() : syncStore();
    }

    private int syncStore() throws IOException {
        DraftDocument document = DocumentReader.draft(file, DocumentLimits.DEFAULT);
        SyncRecords records = new SyncRecords(follower.store.resolve("sync"));
        ConfigurationSync sync = new ConfigurationSync(new FolderStore(follower.store, HistoryPolicy.DEFAULT), records);
        String name = source == null ? file.toString() : source;
        SyncRequest request = new SyncRequest(name, document, onManualChange, other -> true);
        Change change = StoreOptions.change(Change.Kind.SYNC, options.why == null ? "sync of " + file : options.why);
        SyncResult result;
        try {
            result = options.dryRun ? sync.propose(request) : sync.apply(request, change);
            if (!options.dryRun && result.isOpen()) {
                sync.confirm(name, result.before(), change);
            }
        } catch (StaleConfigurationException busy) {
            throw new CommandFailure(ExitCode.INVALID, busy.getMessage());
        }
        tell(result);
        writeBack(document, result);
        return result.success() ? ExitCode.GOOD : ExitCode.INVALID;
    }

    private void tell(SyncResult result) {
        result.problems().forEach(this::say);
        if (!result.reconciliation().manual().isEmpty()) {
            say(
                    result.first()
                            ? "In the store but not in this document, which was never synced before:"
                            : "Changed in the store, not by this document, since the last sync:");
            show(result.reconciliation().manual(), "  ");
        }
        show(result.reconciliation().applied(), "");
        say(sentence(result));
    }

    private String sentence(SyncResult result) {
        return switch (result.outcome()) {
            case APPLIED -> file + " was applied; revision " + result.revision() + " is current.";
            case UNCONFIRMED, UNCHANGED -> "Nothing to change; revision " + result.revision() + " stays current.";
            case POSSIBLE -> file + " can be applied. This was a dry run: nothing was changed.";
            case CHANGED_BY_HAND ->
                "Nothing was changed, because the store "
                        + (result.first()
                                ? "has other items, and this is the first sync of the document"
                                : "was changed since the last sync")
                        + ". Add these changes to " + file
                        + " (--write-back writes them), or add --on-manual-change keep or overwrite.";
            case NOT_ITS_OWN ->
                "Nothing was changed: "
                        + String.join(", ", result.reconciliation().foreign())
                        + " also comes from another source, with different content. Remove it from one of the two.";
            case ERRORS -> file + " cannot be applied. Nothing was changed.";
            case STILL_REFUSED -> file + " was rolled back before, and nothing has changed since: " + result.refusal();
        };
    }

    private void writeBack(DraftDocument document, SyncResult result) throws IOException {
        if (writeBack != null && !result.reconciliation().manual().isEmpty()) {
            ExportMetadata metadata =
                    document.configuration().map(DrConfiguration::metadata).orElse(ExportMetadata.NONE);
            write(writeBack, result.reconciliation().merged(), metadata);
        }
    }

    private int syncDocument() throws IOException {
        if (onManualChange != OnManualChange.FAIL || source != null || writeBack != null || options.why != null) {
            throw new CommandFailure(
                    ExitCode.INVALID,
                    "--on-manual-change, --source, --write-back and --why are about a store; a document does not"
                            + " remember what was synced. Use --to without them.");
        }
        PlanFile reader = new PlanFile(Terminal.err(spec));
        DrConfiguration wanted = reader.read(file);
        boolean isThere = Files.exists(follower.document);
        DrConfiguration now = isThere ? reader.read(follower.document) : DrConfiguration.EMPTY;
        ConfigurationDiff diff = ConfigurationDiff.between(now, wanted);
        show(diff, "");
        if (isThere && diff.isEmpty()) {
            say("Nothing to change.");
        } else if (options.dryRun) {
            say(follower.document + " would be changed. This was a dry run: nothing was changed.");
        } else {
            write(follower.document, wanted, now.metadata());
        }
        return ExitCode.GOOD;
    }

    /** Writes a document whole or not at all. */
    private void write(Path target, DrConfiguration configuration, ExportMetadata metadata) throws IOException {
        byte[] content = ConfigurationExport.write(
                configuration, new ExportRequest(List.of(), DocumentFormat.ofName(target.toString()), metadata));
        Path beside = target.resolveSibling("." + target.getFileName() + ".drs-sync");
        try {
            Files.write(beside, content);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        say("Written to " + target);
    }

    private void show(ConfigurationDiff diff, String indent) {
        DiffText.lines(diff, MOST_LINES).forEach(line -> say(indent + line));
    }

    private void say(String line) {
        PrintWriter out = Terminal.out(spec);
        out.println(line);
        out.flush();
    }
}
