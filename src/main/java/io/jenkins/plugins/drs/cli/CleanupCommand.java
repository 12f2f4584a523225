package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code drs cleanup}: takes down what earlier drills left behind. */
@Command(
        name = "cleanup",
        description = {
            "Terminates drill instances that earlier drills of the plan left running.",
            "A drill of the plan that you run on this machine meanwhile keeps its instances.",
            "Do not run it while one runs elsewhere: it would take that drill's instances down."
        },
        mixinStandardHelpOptions = true)
final class CleanupCommand implements Callable<Integer> {
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
