package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.cli.run.OnlineCheck;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.DraftDocument;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--online",
            description = "Ask AWS, too, whether servers, runbooks, subnets and security groups exist. Reads only.")
    private boolean online;

    @Mixin
    private AwsOptions aws;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        int worst = ExitCode.GOOD;
        for (Path file : files) {
            int code = validate(file);
            worst = worst == ExitCode.INVALID || code == ExitCode.INVALID ? ExitCode.INVALID : Math.max(worst, code);
        }
        return worst;
    }

    private int validate(Path file) {
        DraftDocument document = DocumentReader.draft(file, DocumentLimits.DEFAULT);
        ReadResult result = document.validated();
        List<LocatedProblem> problems = new ArrayList<>(result.problems());
        boolean lookedAtAll = true;
        if (online && result.configuration().isPresent()) {
            List<Problem> found =
                    OnlineCheck.at(aws.surroundings(), result.configuration().get());
            found.forEach(problem -> problems.add(document.located(problem)));
            lookedAtAll = found.stream().allMatch(Problem::isError);
        }
        boolean valid = tell(file, problems, result.configuration());
        return valid ? lookedAtAll ? ExitCode.GOOD : ExitCode.AWS : ExitCode.INVALID;
    }

    private boolean tell(Path file, List<LocatedProblem> problems, Optional<DrConfiguration> configuration) {
        PrintWriter out = Terminal.out(spec);
        problems.forEach(problem -> out.println(PlanFile.told(problem)));
        long errors = problems.stream().filter(LocatedProblem::isError).count();
        boolean valid = errors == 0 && configuration.isPresent();
        String counts = Shown.count(errors, "error") + ", " + Shown.count(problems.size() - errors, "warning");
        out.println(file + ": " + (valid ? "valid, " + contents(configuration.get()) + ", " : "not valid, ") + counts);
        return valid;
    }

    private static String contents(DrConfiguration configuration) {
        return Shown.count(configuration.recoveryPlans().size(), "plan") + ", "
                + Shown.count(configuration.protectionGroups().size(), "protection group") + ", "
                + Shown.count(configuration.targetAccounts().size(), "target account");
    }
}
