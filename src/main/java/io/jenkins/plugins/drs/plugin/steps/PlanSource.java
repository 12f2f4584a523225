package io.jenkins.plugins.drs.plugin.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.steps.PlanStep.PlanArguments;
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
        return new Found(configuration, pick(configuration, arguments));
    }

    DrConfiguration read(PlanArguments arguments) throws IOException, InterruptedException {
        if (arguments.planText != null) {
            return usable(arguments.planText.getBytes(StandardCharsets.UTF_8), "planText");
        }
        if (arguments.planFile != null) {
            return usable(bytes(arguments.planFile), arguments.planFile);
        }
        if (arguments.plan == null) {
            throw BuildConsole.abort(Messages.plan_nowhere());
        }
        return PlanStore.get().current().configuration();
    }

    /** Content of a file of the workspace. */
    byte[] bytes(String file) throws IOException, InterruptedException {
        FilePath path = within(workspace, file);
        if (!path.exists() || path.isDirectory()) {
            throw BuildConsole.abort(Messages.file_missing(file));
        }
        int limit = (int) DocumentLimits.DEFAULT.maxBytes();
        try (InputStream in = path.read()) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw BuildConsole.abort(Messages.file_large(file, Integer.toString(limit)));
            }
            return content;
        }
    }

    /** A path of the workspace; links that lead out of it are refused, too. */
    static FilePath within(FilePath workspace, String file) throws IOException, InterruptedException {
        if (workspace == null) {
            throw BuildConsole.abort(Messages.file_withoutWorkspace(file));
        }
        workspace.mkdirs(); // in one that is not there yet, no path would be
        boolean isInside;
        try {
            isInside = workspace.isDescendant(file);
        } catch (IllegalArgumentException absolute) {
            isInside = false;
        }
        if (!isInside) {
            throw BuildConsole.abort(Messages.file_outside(file));
        }
        return workspace.child(file);
    }

    private DrConfiguration usable(byte[] content, String name) throws AbortException {
        ReadResult result = DocumentReader.read(content, name);
        result.problems().forEach(problem -> BuildConsole.print(log, DocumentImport.line(problem)));
        int errors = result.errors().size();
        if (errors > 0 || result.configuration().isEmpty()) {
            throw BuildConsole.abort(Messages.file_errors(name, errors));
        }
        return result.configuration().get();
    }

    private static String names(List<RecoveryPlan> plans) {
        String names =
                plans.stream().limit(MOST_NAMES).map(RecoveryPlan::planName).collect(Collectors.joining(", "));
        return plans.size() > MOST_NAMES ? Messages.plan_more(names, plans.size() - MOST_NAMES) : names;
    }

    private static RecoveryPlan pick(DrConfiguration configuration, PlanArguments arguments) throws AbortException {
        List<RecoveryPlan> plans = configuration.recoveryPlans();
        String planName = arguments.plan;
        if (planName == null && plans.size() == 1) {
            return plans.get(0);
        }
        String names = names(plans);
        if (planName == null) {
            throw BuildConsole.abort(plans.isEmpty() ? Messages.plan_none() : Messages.plan_several(names));
        }
        return configuration.plan(planName).orElseThrow(() -> BuildConsole.abort(unknown(arguments, names)));
    }

    private static String unknown(PlanArguments arguments, String names) {
        String there = names.isEmpty() ? Messages.plan_nothing() : names;
        return arguments.isStored()
                ? Messages.plan_notStored(arguments.plan, there)
                : Messages.plan_notInDocument(arguments.plan, there);
    }
}
