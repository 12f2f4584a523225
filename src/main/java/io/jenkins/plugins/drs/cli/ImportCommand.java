package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.MigrateCommand.MigrationOptionsMixin;
import io.jenkins.plugins.drs.cli.StoreOptions.ChangeOptions;
import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.document.migration.MigrationResult;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationImport;
import io.jenkins.plugins.drs.engine.document.transfer.ImportCounts;
import io.jenkins.plugins.drs.engine.document.transfer.ImportRequest;
import io.jenkins.plugins.drs.engine.document.transfer.ImportResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drs import}: a document into a store, whole or not at all. */
@Command(
        name = "import",
        description = "Imports a document into a store, whole or not at all; documents of other formats are migrated.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int MOST_LINES = 200;

    @Parameters(
            paramLabel = "FILE",
            description = "Configuration document, of this format or of one that can be migrated.")
    private Path file;

    @Mixin
    private StoreOptions store;

    @Mixin
    private MigrationOptionsMixin migration;

    @Option(
            names = "--on-conflict",
            paramLabel = "WHAT",
            defaultValue = "FAIL",
            description = "What to do with stored items that differ: fail (default), skip or overwrite.")
    private ImportRequest.OnConflict onConflict;

    @Mixin
    private ChangeOptions change;

    @Option(names = "--force", description = "Import despite warnings. Errors are never ignored.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        MigrationResult read = migration.read(file);
        ImportRequest request = new ImportRequest(onConflict, change.dryRun, force, OptionalLong.empty());
        ImportResult result;
        try {
            result = ConfigurationImport.run(
                    store.open(), read.document(), request, StoreOptions.change(Change.Kind.IMPORT, change.why));
        } catch (StaleConfigurationException busy) {
            throw new CommandFailure(ExitCode.INVALID, busy.getMessage());
        }
        tell(result);
        return result.success() ? ExitCode.GOOD : ExitCode.INVALID;
    }

    private void tell(ImportResult result) {
        PrintWriter out = Terminal.out(spec);
        result.problems().forEach(problem -> out.println(PlanFile.told(problem)));
        DiffText.lines(result.diff(), MOST_LINES).forEach(out::println);
        for (ItemKind kind : ItemKind.values()) {
            ImportCounts counts = result.counts().get(kind);
            if (counts != null && kind != ItemKind.UNKNOWN_FIELD) {
                out.println(line(kind, counts));
            }
        }
        out.println(sentence(result));
    }

    private static String line(ItemKind kind, ImportCounts counts) {
        return String.format(
                "%-18s %d created, %d updated, %d skipped, %d unchanged, %d errors",
                kind.words() + "s:",
                counts.created(),
                counts.updated(),
                counts.skipped(),
                counts.unchanged(),
                counts.errors().size());
    }

    private String sentence(ImportResult result) {
        return switch (result.outcome()) {
            case IMPORTED -> file + " is imported; revision " + result.revision() + " is current.";
            case UNCHANGED -> "Nothing to change; revision " + result.revision() + " stays current.";
            case POSSIBLE -> file + " can be imported. This was a dry run: nothing was changed.";
            case ERRORS -> file + " cannot be imported. Nothing was changed.";
            case WARNINGS ->
                file + " was not imported because of warnings. Nothing was changed. Add --force to import it"
                        + " all the same.";
        };
    }
}
