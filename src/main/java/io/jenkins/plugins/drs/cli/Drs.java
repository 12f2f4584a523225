package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.Version;
import io.jenkins.plugins.drs.lab.LabCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
            DiffCommand.class,
            HistoryCommand.class,
            SimulateCommand.class,
            ReportCommand.class,
            AuditCommand.class,
            LabCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 good, 1 not succeeded, or different, 2 wrong usage or invalid input,",
            "3 AWS refused or could not be reached, 4 ./drs itself could not be built or started,",
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
}
