package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drs diff}: what two documents differ in. */
@Command(
        name = "diff",
        description = "Tells what two documents differ in by meaning. Exit code 1 when they do.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
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
