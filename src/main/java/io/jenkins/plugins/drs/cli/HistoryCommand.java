package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.ConfigurationStore;
import io.jenkins.plugins.drs.engine.document.store.HistoryEntry;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drs history}: who changed the stored configuration, and the way back. */
@Command(
        name = "history",
        description = "Lists the changes of a stored configuration, shows one of them, or rolls back.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private static final int MOST_LINES = 1000;

    @Mixin
    private StoreOptions store;

    @ArgGroup
    private Wanted wanted = new Wanted();

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason for a rollback, for the history.")
    private String why;

    @Spec
    private CommandSpec spec;

    /** One of these, or none for the list. */
    private static final class Wanted {
        @Option(names = "--show", paramLabel = "REVISION", description = "What that revision changed.")
        private Long show;

        @Option(
                names = "--compare",
                paramLabel = "REVISION",
                description = "What is different in the current revision.")
        private Long compare;

        @Option(names = "--rollback", paramLabel = "REVISION", description = "Roll back to that revision.")
        private Long rollback;
    }

    @Override
    public Integer call() throws IOException {
        ConfigurationStore opened = store.existing();
        if (wanted.show != null) {
            show(opened.changes(wanted.show).orElseThrow(() -> missing(wanted.show)));
        } else if (wanted.compare != null) {
            DrConfiguration older = opened.at(wanted.compare)
                    .orElseThrow(() -> missing(wanted.compare))
                    .configuration();
            show(ConfigurationDiff.between(older, opened.current().configuration()));
        } else if (wanted.rollback != null) {
            rollback(opened);
        } else {
            list(opened);
        }
        return ExitCode.GOOD;
    }

    private static CommandFailure missing(long revision) {
        return new CommandFailure(
                ExitCode.INVALID, "The history has no revision " + revision + "; 'drs history' lists what it has.");
    }

    private void show(ConfigurationDiff diff) {
        PrintWriter out = Terminal.out(spec);
        DiffText.lines(diff, MOST_LINES).forEach(out::println);
        out.println(DiffText.summary(diff.counts()));
    }

    private void rollback(ConfigurationStore opened) throws IOException {
        long revision = wanted.rollback;
        String reason = "Back to revision " + revision + (why == null ? "" : ": " + why);
        try {
            StoredConfiguration before = opened.current();
            StoredConfiguration after =
                    opened.rollback(before.revision(), revision, StoreOptions.change(Change.Kind.ROLLBACK, reason));
            show(ConfigurationDiff.between(before.configuration(), after.configuration()));
            Terminal.out(spec).println("Revision " + after.revision() + " is current.");
        } catch (NoSuchElementException unknown) {
            throw missing(revision);
        } catch (StaleConfigurationException | InvalidConfigurationException refused) {
            throw new CommandFailure(ExitCode.INVALID, refused.getMessage());
        }
    }

    private void list(ConfigurationStore opened) throws IOException {
        PrintWriter out = Terminal.out(spec);
        for (HistoryEntry entry : opened.history()) {
            out.println(entry.damage()
                    .map(damage -> String.format("%6d  %s", entry.revision(), damage))
                    .orElseGet(() -> line(entry)));
        }
    }

    private static String line(HistoryEntry entry) {
        Change change = entry.change();
        String why = change.why().isEmpty() ? "" : "  " + Shown.plain(change.why());
        return String.format(
                "%6d  %s  %-8s  %s: %s%s",
                entry.revision(),
                change.when(),
                change.kind(),
                Shown.plain(change.who()),
                DiffText.summary(entry.counts()),
                why);
    }
}
