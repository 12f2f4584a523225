package io.jenkins.plugins.drs.steps;

import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Run;
import hudson.model.StreamBuildListener;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.host.DisasterRecoveryPermissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Pipeline step {@code drsExport}: writes a configuration in its normal form to the workspace, and archives it. */
public final class DrsExportStep extends Step {
    private final String file;
    private String planFile;

    @DataBoundConstructor
    public DrsExportStep(String file) {
        this.file = Util.fixEmptyAndTrim(file);
    }

    public String getFile() {
        return file;
    }

    public String getPlanFile() {
        return planFile;
    }

    @DataBoundSetter
    public void setPlanFile(String planFile) {
        this.planFile = Util.fixEmptyAndTrim(planFile);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, file, planFile);
    }

    /** Works on a thread of its own; done again from the beginning after a restart, which does no harm. */
    static final class Execution extends SynchronousNonBlockingStepExecution<Map<String, Object>> {
        private static final long serialVersionUID = 1L;
        private final String file;
        private final String planFile;

        Execution(StepContext context, String file, String planFile) {
            super(context);
            this.file = file;
            this.planFile = planFile;
        }

        @Override
        protected Map<String, Object> run() throws IOException, InterruptedException {
            Run<?, ?> build = getContext().get(Run.class);
            Authority.check(build, DisasterRecoveryPermissions.VIEW);
            FilePath workspace = getContext().get(FilePath.class);
            TaskListener log = getContext().get(TaskListener.class);
            DrConfiguration configuration =
                    new PlanSource(workspace, log).read(new PlanArguments(planFile, null, null, null));
            FilePath target = PlanSource.within(workspace, file);
            target.getParent().mkdirs();
            target.write(
                    DocumentWriter.text(configuration, DocumentFormat.ofName(file)), StandardCharsets.UTF_8.name());
            build.pickArtifactManager()
                    .archive(
                            workspace,
                            getContext().get(Launcher.class),
                            new StreamBuildListener(log.getLogger(), StandardCharsets.UTF_8),
                            Map.of(file, file));
            Map<String, Object> told = counts(configuration);
            told.put("file", file);
            log.getLogger().println("[drs] Exported " + told);
            return told;
        }
    }

    /** How much a configuration holds. */
    static Map<String, Object> counts(DrConfiguration configuration) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("protectionGroups", configuration.protectionGroups().size());
        counts.put("recoveryPlans", configuration.recoveryPlans().size());
        counts.put("targetAccounts", configuration.targetAccounts().size());
        return counts;
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "drsExport";
        }

        @Override
        public String getDisplayName() {
            return Messages.drsExport();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FilePath.class, Launcher.class);
        }
    }
}
