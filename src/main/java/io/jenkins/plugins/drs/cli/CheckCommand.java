package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code drs check}: preflight alone. */
@Command(
        name = "check",
        description = "Tells whether a plan could be drilled now. Reads only; changes nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
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
