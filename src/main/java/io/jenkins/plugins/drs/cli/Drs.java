package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.PlanRun.CheckCommand;
import io.jenkins.plugins.drs.cli.PlanRun.CleanupCommand;
import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.cli.run.Version;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.lab.LabCommand;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "drs",
        description = "Rehearses disaster recovery with AWS Elastic Disaster Recovery.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            DrillCommand.class,
            CheckCommand.class,
            CleanupCommand.class,
            ValidateCommand.class,
            InitCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            SyncCommand.class,
            MigrateCommand.class,
            Drs.DiffCommand.class,
            HistoryCommand.class,
            SimulateCommand.class,
            ReportCommand.class,
            AuditCommand.class,
            LabCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 success, 1 failure or differences, 2 wrong usage or invalid input,",
            "3 AWS refused a call or could not be reached, 4 ./drs itself could not be built or started,",
            "7 refused by a check, nothing was changed."
        })
public final class Drs implements Runnable {
    private Drs() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line with its exit codes and its way of telling errors. */
    static CommandLine commandLine() {
        FailureHandler failures = new FailureHandler();
        CommandLine drs = new CommandLine(new Drs());
        new CommandLine(new LabCommand()).getSubcommands().forEach((name, tool) -> {
            tool.getCommandSpec().usageMessage().hidden(true);
            drs.addSubcommand(name, tool);
        });
        return drs.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /** Without a command there is only the help to show. */
    @Override
    public void run() {
        commandLine().usage(System.out);
    }

    /** {@code drs diff}: what two documents differ in. */
    @Command(
            name = "diff",
            description = "Shows the semantic differences between two documents. Exit code 1 if there are any.",
            mixinStandardHelpOptions = true)
    static final class DiffCommand implements Callable<Integer> {
        private static final int MOST_LINES = 1000;

        @Parameters(index = "0", paramLabel = "BEFORE", description = "Configuration document.")
        private Path before;

        @Parameters(index = "1", paramLabel = "AFTER", description = "Configuration document.")
        private Path after;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            PlanFile reader = new PlanFile(Terminal.err(spec));
            ConfigurationDiff diff = ConfigurationDiff.between(reader.read(before), reader.read(after));
            PrintWriter out = Terminal.out(spec);
            DiffText.lines(diff, MOST_LINES).forEach(out::println);
            out.println(DiffText.summary(diff.counts()));
            return diff.isEmpty() ? ExitCode.GOOD : ExitCode.NOT_SUCCEEDED;
        }
    }
}
