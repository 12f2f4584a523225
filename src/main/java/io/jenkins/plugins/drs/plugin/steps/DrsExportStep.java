package io.jenkins.plugins.drs.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.StreamBuildListener;
import hudson.model.TaskListener;
import hudson.util.ComboBoxModel;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationExport;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRecords;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRequest;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.Feature;
import io.jenkins.plugins.drs.plugin.steps.PlanStep.PlanArguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/**
 * Pipeline step {@code drsExport}: writes the stored configuration, or one of a file, to the workspace, and archives it.
 */
public final class DrsExportStep extends Step {
    private final String file;
    private String planFile;
    private String plan;

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

    public String getPlan() {
        return plan;
    }

    /** Null for everything. */
    @DataBoundSetter
    public void setPlan(String plan) {
        this.plan = Util.fixEmptyAndTrim(plan);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, this);
    }

    /** Done again after a restart, which writes the same file once more. */
    static final class Execution extends RepeatableExecution<Map<String, Object>> {
        private static final long serialVersionUID = 1L;
        private final String file;
        private final String planFile;
        private final String plan;

        Execution(StepContext context, DrsExportStep step) {
            super(context);
            this.file = step.file;
            this.planFile = step.planFile;
            this.plan = step.plan;
        }

        @Override
        protected Map<String, Object> run() throws IOException, InterruptedException {
            Run<?, ?> build = getContext().get(Run.class);
            Feature.EXPORT_IMPORT.require();
            Authority.check(build, DisasterRecoveryPermissions.VIEW);
            FilePath workspace = workspace();
            TaskListener log = getContext().get(TaskListener.class);
            DrConfiguration all = planFile == null
                    ? stored(build, log)
                    : new PlanSource(workspace, log).read(new PlanArguments(planFile, null, null, null));
            DrConfiguration part =
                    plan == null ? all : PlanDocument.extract(all, known(all).planName());
            ExportMetadata metadata = planFile == null ? metadata(build) : all.metadata();
            byte[] content = ConfigurationExport.write(
                    part, new ExportRequest(List.of(), DocumentFormat.ofName(file), metadata));
            FilePath target = PlanSource.within(workspace, file);
            target.write(new String(content, StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
            build.pickArtifactManager()
                    .archive(
                            workspace,
                            getContext().get(Launcher.class),
                            new StreamBuildListener(log.getLogger(), StandardCharsets.UTF_8),
                            Map.of(file, file));
            if (planFile == null && isWhole(part)) {
                PlanStore.get().exported(part, ExportRecords.Way.STEP, build.getFullDisplayName());
            }
            Map<String, Object> told = counts(part);
            told.put("file", file);
            BuildConsole.print(log, Messages.export_done(told));
            return told;
        }

        /** Without target accounts where those who see the build may not see their roles and external ids. */
        private static DrConfiguration stored(Run<?, ?> build, TaskListener log) throws IOException {
            DrConfiguration all = PlanStore.get().current().configuration();
            if (all.targetAccounts().isEmpty() || Authority.mayChangePlans(build)) {
                return all;
            }
            BuildConsole.print(log, Messages.export_withoutAccounts());
            return all.withoutAccounts();
        }

        private static boolean isWhole(DrConfiguration part) throws IOException {
            return !part.targetAccounts().isEmpty()
                    || PlanStore.get()
                            .current()
                            .configuration()
                            .targetAccounts()
                            .isEmpty();
        }

        private RecoveryPlan known(DrConfiguration all) throws AbortException {
            return all.plan(plan).orElseThrow(() -> BuildConsole.abort(Messages.export_unknown(plan)));
        }

        private static ExportMetadata metadata(Run<?, ?> build) {
            return new ExportMetadata(
                    ExportMetadata.CURRENT_VERSION,
                    Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(build.getFullDisplayName()),
                    Map.of());
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

        /** Names of the stored plans, for those who may see them. */
        @POST
        public ComboBoxModel doFillPlanItems(@AncestorInPath Item item) {
            return PlanStepDescriptor.Forms.plans(item);
        }
    }
}
