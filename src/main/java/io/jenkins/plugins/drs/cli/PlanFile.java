package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a configuration document for a command and picks the plan that it names. */
final class PlanFile {
    private final PrintWriter err;

    /** @param err where problems of the document go */
    PlanFile(PrintWriter err) {
        this.err = err;
    }

    /** Tells every problem, and gives the configuration where none of them is an error. */
    DrConfiguration read(Path file) {
        return usable(DocumentReader.read(file), file.toString());
    }

    DrConfiguration read(String content, String source) {
        return usable(DocumentReader.read(content.getBytes(StandardCharsets.UTF_8), source), source);
    }

    private DrConfiguration usable(ReadResult result, String source) {
        result.problems().forEach(problem -> err.println(told(problem)));
        if (!result.errors().isEmpty() || result.configuration().isEmpty()) {
            int errors = result.errors().size();
            throw new CommandFailure(
                    ExitCode.INVALID, source + " has " + errors + (errors == 1 ? " error." : " errors."));
        }
        return result.configuration().get();
    }

    static String told(LocatedProblem problem) {
        return (problem.isError() ? "error: " : "warning: ") + problem.place() + ": " + problem.sentence();
    }

    /**
     * The plan of that name; without a name, the only one.
     *
     * @param planName may be null
     */
    static RecoveryPlan pick(DrConfiguration configuration, String planName) {
        List<RecoveryPlan> plans = configuration.recoveryPlans();
        if (planName == null && plans.size() == 1) {
            return plans.get(0);
        }
        String names = plans.stream().map(RecoveryPlan::planName).collect(Collectors.joining(", "));
        if (planName == null) {
            throw new CommandFailure(
                    ExitCode.INVALID,
                    plans.isEmpty()
                            ? "The document has no recovery plan."
                            : "The document has several plans; choose one with --plan: " + names + ".");
        }
        return configuration
                .plan(planName)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.INVALID, "There is no plan '" + planName + "'; the document has: " + names + "."));
    }
}
