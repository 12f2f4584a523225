package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.PlanRun.PlanOptions;
import io.jenkins.plugins.drs.cli.PlanRun.RunOptionsMixin;
import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code drs drill}: runs a plan as a drill. */
@Command(
        name = "drill",
        description = {
            "Runs a recovery plan as a drill: preflight, waves, validation, cleanup, results.",
            "Ctrl-C cancels and cleans up; a second Ctrl-C stops now and lists what is left running."
        },
        mixinStandardHelpOptions = true)
final class DrillCommand implements Callable<Integer> {
    /** The others are about an execution that begins. */
    private static final Set<String> WITH_RESUME =
            Set.of("--resume", "--endpoint-url", "--profile", "--progress", "--learn-from");

    @Mixin
    private PlanOptions plan;

    @Mixin
    private AwsOptions aws;

    @Mixin
    private RunOptionsMixin run;

    @Option(names = "--keep-instances", description = "Leave the drill instances running at the end.")
    private boolean keepInstances;

    @Option(
            names = "--any-replication-state",
            description = "Let servers take part whose replication is not CONTINUOUS.")
    private boolean anyReplicationState;

    @Option(
            names = "--replace-leftovers",
            description = "Replace drill instances that earlier drills left on the servers. Default: refuse.")
    private boolean replaceLeftovers;

    @Option(
            names = "--cleanup-limit",
            paramLabel = "MINUTES",
            defaultValue = "120",
            description = "How long to try to take instances down. Default: 120.")
    private int cleanupMinutes;

    @Option(
            names = "--learn-from",
            paramLabel = "DIR",
            description = "Folder of an earlier drill of the plan: its durations determine when to poll AWS.")
    private Path earlier;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Continue the interrupted execution in the folder DIR.")
    private Path resume;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (resume != null) {
            refuseWhatResumeIgnores();
        }
        PlanRun planRun = new PlanRun(spec, aws, run);
        if (earlier != null) {
            planRun.learningFrom(earlier);
        }
        if (resume != null) {
            return planRun.resume(resume);
        }
        if (cleanupMinutes <= 0) {
            throw new CommandFailure(ExitCode.INVALID, "--cleanup-limit must be above 0, but it is " + cleanupMinutes);
        }
        RunOptions options = new RunOptions(
                        keepInstances, false, anyReplicationState, Duration.ofMinutes(cleanupMinutes))
                .replacingLeftovers(replaceLeftovers);
        return planRun.run(Mode.DRILL, plan, options);
    }

    /** What has no effect on an execution that began already: whoever gives it expects one. */
    private void refuseWhatResumeIgnores() {
        ParseResult given = spec.commandLine().getParseResult();
        String ignored = Stream.concat(
                        given.matchedPositionals().stream().map(PositionalParamSpec::paramLabel),
                        given.matchedOptions().stream()
                                .map(OptionSpec::longestName)
                                .filter(name -> !WITH_RESUME.contains(name)))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!ignored.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.INVALID,
                    "--resume cannot be combined with " + ignored
                            + ": an execution continues with the plan, the options and the folder that it started "
                            + "with. Omit that, or start a new execution without --resume.");
        }
    }
}
