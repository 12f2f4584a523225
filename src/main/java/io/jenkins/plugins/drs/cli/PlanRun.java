package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.progress.Progress.ProgressStyle;
import io.jenkins.plugins.drs.cli.run.ExecutionRequest;
import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.cli.run.RunAbandonedException;
import io.jenkins.plugins.drs.cli.run.TerminalHost;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurationsCollector;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands that run a plan have in common. */
final class PlanRun {
    private final CommandSpec spec;
    private final AwsOptions aws;
    private final RunOptionsMixin run;

    private EarlierDurations experience = EarlierDurations.NONE;

    PlanRun(CommandSpec spec, AwsOptions aws, RunOptionsMixin run) {
        this.spec = spec;
        this.aws = aws;
        this.run = run;
    }

    int run(Mode mode, PlanOptions options, RunOptions runOptions) throws IOException {
        if (options.file == null) {
            throw new ParameterException(spec.commandLine(), "Missing: the configuration document (FILE)");
        }
        DrConfiguration configuration = new PlanFile(Terminal.err(spec)).read(options.file);
        RecoveryPlan plan = PlanFile.pick(configuration, options.plan);
        String folderName = plan.planName() + "-" + mode.name().toLowerCase(Locale.ROOT);
        ExecutionRequest request = new ExecutionRequest(
                mode, configuration, plan.planName(), runOptions, OutputFolder.choose(run.out, folderName));
        return host().run(request);
    }

    /** Learns from the drill whose results are in a folder, before it runs another one. */
    PlanRun learningFrom(Path folder) throws IOException {
        Path journal = folder.resolve("audit.jsonl");
        if (!Files.isRegularFile(journal)) {
            throw new CommandFailure(
                    ExitCode.INVALID, folder + " holds no execution to learn from: there is no audit.jsonl in it.");
        }
        EarlierDurationsCollector collector = new EarlierDurationsCollector();
        EventLog.read(journal, collector);
        experience = collector.experience();
        return this;
    }

    int resume(Path folder) throws IOException {
        if (isWithoutExecution(folder)) {
            throw new CommandFailure(
                    ExitCode.INVALID,
                    "There is no started execution in " + folder
                            + ": it has no audit.jsonl with a line in it. Name the folder of "
                            + "a run, or start one with: drs drill FILE --out " + folder);
        }
        return resuming(folder).resume(folder);
    }

    /** Where AWS cannot even be called, what may run there is named all the same. */
    private TerminalHost resuming(Path folder) throws IOException {
        try {
            return host();
        } catch (CommandFailure failure) {
            throw RunAbandonedException.unreachable(folder, failure.getMessage(), failure.exitCode());
        }
    }

    /** What may not be read may hold one: whoever resumes it says why, and what may run. */
    private static boolean isWithoutExecution(Path folder) {
        try {
            return !Files.exists(folder) || Files.isExecutable(folder) && !OutputFolder.holdsExecution(folder);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private TerminalHost host() throws IOException {
        return new TerminalHost(aws.surroundings(), Terminal.out(spec), run.progress).knowing(experience);
    }

    /** Which plan of which document. */
    static final class PlanOptions {
        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "FILE",
                description = "Configuration document (YAML or JSON) that holds the plan.")
        Path file;

        @Option(
                names = "--plan",
                paramLabel = "NAME",
                description = "The recovery plan; optional if the document has only one.")
        String plan;
    }

    /** Where results go and how a run is shown. */
    static final class RunOptionsMixin {
        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Folder for results. Default: a new one below drs-out.")
        Path out;

        @Option(
                names = "--progress",
                paramLabel = "STYLE",
                defaultValue = "AUTO",
                description = "live: lines that are redrawn; plain: a line for each event; auto: live on a terminal.")
        ProgressStyle progress;
    }

    /** {@code drs check}: preflight alone. */
    @Command(
            name = "check",
            description = "Checks whether a plan can be drilled now. Reads only; changes nothing.",
            mixinStandardHelpOptions = true)
    static final class CheckCommand implements Callable<Integer> {
        @Mixin
        private PlanOptions plan;

        @Mixin
        private AwsOptions aws;

        @Mixin
        private RunOptionsMixin run;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            return new PlanRun(spec, aws, run).run(Mode.CHECK, plan, RunOptions.DEFAULT);
        }
    }

    /** {@code drs cleanup}: takes down what earlier drills left behind. */
    @Command(
            name = "cleanup",
            description = {
                "Terminates drill instances that earlier drills of the plan left running.",
                "A drill of the plan that runs on this machine keeps its instances.",
                "Do not run it while a drill runs elsewhere: it would terminate the instances of that drill."
            },
            mixinStandardHelpOptions = true)
    static final class CleanupCommand implements Callable<Integer> {
        @Mixin
        private PlanOptions plan;

        @Mixin
        private AwsOptions aws;

        @Mixin
        private RunOptionsMixin run;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            return new PlanRun(spec, aws, run).run(Mode.CLEANUP, plan, RunOptions.DEFAULT);
        }
    }
}
