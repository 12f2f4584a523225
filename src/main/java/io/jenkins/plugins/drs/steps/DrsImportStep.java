package io.jenkins.plugins.drs.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.host.DisasterRecoveryPermissions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** Pipeline step {@code drsImport}: checks a configuration document. Jenkins keeps no plans of its own yet. */
public final class DrsImportStep extends Step {
    private static final Set<String> ON_CONFLICT = Set.of("fail", "skip", "overwrite");

    private final String file;
    private String onConflict = "fail";
    private boolean dryRun = true;

    @DataBoundConstructor
    public DrsImportStep(String file) {
        this.file = Util.fixEmptyAndTrim(file);
    }

    public String getFile() {
        return file;
    }

    public String getOnConflict() {
        return onConflict;
    }

    /** @throws IllegalArgumentException when it is none of fail, skip and overwrite */
    @DataBoundSetter
    public void setOnConflict(String onConflict) {
        if (!ON_CONFLICT.contains(onConflict)) {
            throw new IllegalArgumentException(
                    "Expected onConflict fail, skip or overwrite, but got '" + onConflict + "'");
        }
        this.onConflict = onConflict;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    @DataBoundSetter
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, file, dryRun);
    }

    /** Works on a thread of its own; done again from the beginning after a restart, which does no harm. */
    static final class Execution extends SynchronousNonBlockingStepExecution<Map<String, Object>> {
        private static final long serialVersionUID = 1L;
        private final String file;
        private final boolean dryRun;

        Execution(StepContext context, String file, boolean dryRun) {
            super(context);
            this.file = file;
            this.dryRun = dryRun;
        }

        @Override
        protected Map<String, Object> run() throws IOException, InterruptedException {
            Authority.check(getContext().get(Run.class), DisasterRecoveryPermissions.CONFIGURE);
            TaskListener log = getContext().get(TaskListener.class);
            byte[] content = new PlanSource(getContext().get(FilePath.class), log).bytes(file);
            ReadResult read = DocumentReader.read(content, file);
            List<String> problems = new ArrayList<>();
            for (LocatedProblem problem : read.problems()) {
                problems.add(problem.toString());
                log.getLogger().println("[drs] " + (problem.isError() ? "error: " : "") + problem);
            }
            if (!read.errors().isEmpty()) {
                throw new AbortException(file + " has " + read.errors().size() + " errors; nothing was imported.");
            }
            if (!dryRun) {
                throw new AbortException("This version of the plugin keeps no plans of its own, so there is nothing to "
                        + "import into. Use dryRun: true to check the document, and planFile: to drill it.");
            }
            Map<String, Object> told = new LinkedHashMap<>(
                    DrsExportStep.counts(read.configuration().orElseThrow()));
            told.put("problems", problems);
            return told;
        }
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "drsImport";
        }

        @Override
        public String getDisplayName() {
            return Messages.drsImport();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FilePath.class);
        }

        @POST
        public ListBoxModel doFillOnConflictItems() {
            return new ListBoxModel(
                    new ListBoxModel.Option("fail"),
                    new ListBoxModel.Option("skip"),
                    new ListBoxModel.Option("overwrite"));
        }
    }
}
