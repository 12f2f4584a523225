package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drs validate}: checks documents without AWS. */
@Command(
        name = "validate",
        description = "Checks configuration documents: every problem with its line and what to write instead.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Configuration documents (YAML or JSON).")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean valid = true;
        for (Path file : files) {
            valid &= validate(file);
        }
        return valid ? ExitCode.GOOD : ExitCode.INVALID;
    }

    private boolean validate(Path file) {
        PrintWriter out = spec.commandLine().getOut();
        ReadResult result = DocumentReader.read(file);
        result.problems().forEach(problem -> out.println(PlanFile.told(problem)));
        boolean valid = result.errors().isEmpty() && result.configuration().isPresent();
        String counts = result.errors().size() + " errors, " + result.warnings().size() + " warnings";
        out.println(file + ": "
                + (valid ? "valid, " + contents(result.configuration().get()) + ", " : "not valid, ") + counts);
        return valid;
    }

    private static String contents(DrConfiguration configuration) {
        return configuration.recoveryPlans().size() + " plans, "
                + configuration.protectionGroups().size() + " protection groups, "
                + configuration.targetAccounts().size() + " target accounts";
    }
}
