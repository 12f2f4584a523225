package io.jenkins.plugins.drs.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.configuration.store.PlanStore;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the plan that a step names: in a document that comes with the step, else among the stored ones. */
final class PlanSource {
    private static final int MOST_NAMES = 20;

    private final FilePath workspace;
    private final TaskListener log;

    /** @param workspace null outside of a node */
    PlanSource(FilePath workspace, TaskListener log) {
        this.workspace = workspace;
        this.log = log;
    }

    /** A plan with the document that it stands in. */
    record Found(DrConfiguration configuration, RecoveryPlan plan) {}

    /** @throws AbortException when there is no such plan, or its document has errors; all of them are in the log */
    Found find(PlanArguments arguments) throws IOException, InterruptedException {
        DrConfiguration configuration = read(arguments);
        String where = arguments.isStored() ? "Jenkins" : "the document";
        return new Found(configuration, pick(configuration, arguments.plan, where));
    }

    DrConfiguration read(PlanArguments arguments) throws IOException, InterruptedException {
        if (arguments.planText != null) {
            return usable(arguments.planText.getBytes(StandardCharsets.UTF_8), "planText");
        }
        if (arguments.planFile != null) {
            return usable(bytes(arguments.planFile), arguments.planFile);
        }
        if (arguments.plan == null) {
            throw new AbortException("Name the plan: plan: 'Shop' for one that is stored in Jenkins, planFile: "
                    + "'dr/plan.yaml' for a file of the workspace, or planText: with the content of a document.");
        }
        return PlanStore.get().current().configuration();
    }

    /** Content of a file of the workspace. */
    byte[] bytes(String file) throws IOException, InterruptedException {
        FilePath path = within(workspace, file);
        if (!path.exists() || path.isDirectory()) {
            throw new AbortException("There is no file " + file + " in the workspace.");
        }
        int limit = (int) DocumentLimits.DEFAULT.maxBytes();
        try (InputStream in = path.read()) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new AbortException(file + " is larger than " + limit + " bytes.");
            }
            return content;
        }
    }

    /** A path of the workspace; links that lead out of it are refused, too. */
    static FilePath within(FilePath workspace, String file) throws IOException, InterruptedException {
        if (workspace == null) {
            throw new AbortException("The file " + file + " needs a workspace: put the step into node, or pass the "
                    + "content as planText. (A drill that runs outside of node holds no executor.)");
        }
        workspace.mkdirs(); // in one that is not there yet, no path would be
        boolean isInside;
        try {
            isInside = workspace.isDescendant(file);
        } catch (IllegalArgumentException absolute) {
            isInside = false;
        }
        if (!isInside) {
            throw new AbortException("Expected a path within the workspace, but got " + file);
        }
        return workspace.child(file);
    }

    private DrConfiguration usable(byte[] content, String name) throws AbortException {
        ReadResult result = DocumentReader.read(content, name);
        result.problems()
                .forEach(problem -> log.getLogger().println("[drs] " + (problem.isError() ? "error: " : "") + problem));
        int errors = result.errors().size();
        if (errors > 0 || result.configuration().isEmpty()) {
            throw new AbortException(name + " has " + errors + (errors == 1 ? " error." : " errors."));
        }
        return result.configuration().get();
    }

    private static String names(List<RecoveryPlan> plans) {
        String names =
                plans.stream().limit(MOST_NAMES).map(RecoveryPlan::planName).collect(Collectors.joining(", "));
        return plans.size() > MOST_NAMES ? names + " and " + (plans.size() - MOST_NAMES) + " more" : names;
    }

    private static RecoveryPlan pick(DrConfiguration configuration, String planName, String where)
            throws AbortException {
        List<RecoveryPlan> plans = configuration.recoveryPlans();
        if (planName == null && plans.size() == 1) {
            return plans.get(0);
        }
        String names = names(plans);
        if (planName == null) {
            throw new AbortException(
                    plans.isEmpty()
                            ? "The document has no recovery plan."
                            : "The document has several plans; choose one with plan: " + names + ".");
        }
        return configuration
                .plan(planName)
                .orElseThrow(() -> new AbortException("There is no plan '" + planName + "'; " + where + " has "
                        + (names.isEmpty() ? "none." : names + ".")));
    }
}
