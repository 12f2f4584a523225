package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.ConfigurationStore;
import io.jenkins.plugins.drs.engine.document.store.FolderStore;
import io.jenkins.plugins.drs.engine.document.store.HistoryPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Option;

/** Which store, for the commands that read one. */
final class StoreOptions {
    @Option(
            names = "--store",
            paramLabel = "DIR",
            required = true,
            description = "Folder with the configuration and its history.")
    Path folder;

    /** The store, which need not exist yet. */
    ConfigurationStore open() {
        return new FolderStore(folder, HistoryPolicy.DEFAULT);
    }

    /** The store, which must exist: reading from a mistyped folder would find nothing and say nothing. */
    ConfigurationStore existing() {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(
                    ExitCode.INVALID,
                    "There is no store " + folder + ". 'drs import FILE --store " + folder + "' creates one.");
        }
        return open();
    }

    static Change change(Change.Kind kind, String why) {
        return new Change(
                System.getProperty("user.name", ""),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                kind,
                why == null ? "" : why);
    }

    /** About a change of a store: whether it is made, and why. */
    static final class ChangeOptions {
        @Option(names = "--dry-run", description = "Show what would be changed, and change nothing.")
        boolean dryRun;

        @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the history.")
        String why;
    }
}
