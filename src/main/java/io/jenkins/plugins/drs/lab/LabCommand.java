package io.jenkins.plugins.drs.lab;

import io.jenkins.plugins.drs.lab.bench.BenchCommand;
import io.jenkins.plugins.drs.lab.torture.TortureCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code drs lab}: tools of those who develop the product. */
@Command(
        name = "lab",
        hidden = true,
        description = "Tools for developing this product: the simulation test and the benchmarks.",
        subcommands = {TortureCommand.class, BenchCommand.class},
        mixinStandardHelpOptions = true)
public final class LabCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Without a command there is only the help to show. */
    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        line.usage(line.getOut());
    }
}
