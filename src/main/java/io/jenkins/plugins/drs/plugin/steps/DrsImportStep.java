package io.jenkins.plugins.drs.plugin.steps;

import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.drs.engine.document.migration.MigrationOptions;
import io.jenkins.plugins.drs.engine.document.transfer.ImportRequest;
import io.jenkins.plugins.drs.engine.document.transfer.ImportRequest.OnConflict;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.Feature;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** Pipeline step {@code drsImport}: imports a configuration document into the store, whole or not at all. */
public final class DrsImportStep extends Step {
    private final String file;
    private String onConflict = word(OnConflict.FAIL);
    private boolean dryRun;
    private boolean force;
    private boolean propagate = true;
    private String assumeRole;
    private String groups;

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
        for (OnConflict choice : OnConflict.values()) {
            if (word(choice).equals(onConflict)) {
                this.onConflict = onConflict;
                return;
            }
        }
        throw new IllegalArgumentException("Expected onConflict fail, skip or overwrite, but got '" + onConflict + "'");
    }

    private static String word(OnConflict choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    public boolean isDryRun() {
        return dryRun;
    }

    @DataBoundSetter
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public boolean isForce() {
        return force;
    }

    @DataBoundSetter
    public void setForce(boolean force) {
        this.force = force;
    }

    public boolean isPropagate() {
        return propagate;
    }

    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }

    public String getAssumeRole() {
        return assumeRole;
    }

    /** Role of accounts that a document of another format names without one. */
    @DataBoundSetter
    public void setAssumeRole(String assumeRole) {
        this.assumeRole = Util.fixEmptyAndTrim(assumeRole);
    }

    public String getGroups() {
        return groups;
    }

    /**
     * Names of groups that a document of another format names by ids it does not explain: a line {@code ID=NAME} for each.
     *
     * @throws IllegalArgumentException when a line is something else
     */
    @DataBoundSetter
    public void setGroups(String groups) {
        MigrationOptions.of(null, groups);
        this.groups = Util.fixEmptyAndTrim(groups);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, this);
    }

    /** Done again after a restart; what was imported before it is found unchanged then. */
    static final class Execution extends RepeatableExecution<Map<String, Object>> {
        private static final long serialVersionUID = 1L;
        private final String file;
        private final String onConflict;
        private final boolean dryRun;
        private final boolean force;
        private final boolean propagate;
        private final String assumeRole;
        private final String groups;

        Execution(StepContext context, DrsImportStep step) {
            super(context);
            this.file = step.file;
            this.onConflict = step.onConflict;
            this.dryRun = step.dryRun;
            this.force = step.force;
            this.propagate = step.propagate;
            this.assumeRole = step.assumeRole;
            this.groups = step.groups;
        }

        @Override
        protected Map<String, Object> run() throws IOException, InterruptedException {
            Run<?, ?> build = getContext().get(Run.class);
            Feature.EXPORT_IMPORT.require();
            if (dryRun) {
                Authority.check(build, DisasterRecoveryPermissions.VIEW);
            } else {
                Authority.checkConfigure(build);
            }
            TaskListener log = getContext().get(TaskListener.class);
            byte[] content = new PlanSource(workspace(), log).bytes(file);
            ImportRequest request = new ImportRequest(
                    OnConflict.valueOf(onConflict.toUpperCase(Locale.ROOT)), dryRun, force, OptionalLong.empty());
            return new DocumentImport(build, log, file)
                    .run(content, request, MigrationOptions.of(assumeRole, groups), propagate);
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
                    new ListBoxModel.Option(Messages.onConflict_fail(), "fail"),
                    new ListBoxModel.Option(Messages.onConflict_skip(), "skip"),
                    new ListBoxModel.Option(Messages.onConflict_overwrite(), "overwrite"));
        }
    }
}
