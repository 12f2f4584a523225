package io.jenkins.plugins.drs.plugin.steps;

import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Item;
import hudson.model.ParameterDefinition;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.triggers.Trigger;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.drs.engine.document.sync.OnManualChange;
import io.jenkins.plugins.drs.plugin.steps.SyncExecution.SyncArguments;
import java.util.List;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * Pipeline step {@code drsSync}: the stored configuration, the jobs of its plans, and the job that runs the step follow
 * a repository.
 */
public final class DrsSyncStep extends Step {
    static final String DRY_RUN = "dryRun";
    static final String FAIL = "fail";

    private final String file;
    private String onManualChange = OnManualChange.FAIL.word();
    private String onNotAllowed = DRY_RUN;
    private boolean dryRun;
    private boolean check = true;
    private boolean propagate = true;
    private String credentialsId;
    private String writeBack;
    private String planParameter;
    private List<Trigger<?>> triggers;
    private List<ParameterDefinition> parameters;

    @DataBoundConstructor
    public DrsSyncStep(String file) {
        this.file = Util.fixEmptyAndTrim(file);
    }

    public String getFile() {
        return file;
    }

    public String getOnManualChange() {
        return onManualChange;
    }

    /** @throws IllegalArgumentException when it is none of keep, overwrite and fail */
    @DataBoundSetter
    public void setOnManualChange(String onManualChange) {
        this.onManualChange = OnManualChange.of(onManualChange).word();
    }

    public String getOnNotAllowed() {
        return onNotAllowed;
    }

    /** @throws IllegalArgumentException when it is neither dryRun nor fail */
    @DataBoundSetter
    public void setOnNotAllowed(String onNotAllowed) {
        if (!DRY_RUN.equals(onNotAllowed) && !FAIL.equals(onNotAllowed)) {
            throw new IllegalArgumentException("Expected onNotAllowed dryRun or fail, but got '" + onNotAllowed + "'");
        }
        this.onNotAllowed = onNotAllowed;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    @DataBoundSetter
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public boolean isCheck() {
        return check;
    }

    @DataBoundSetter
    public void setCheck(boolean check) {
        this.check = check;
    }

    public boolean isPropagate() {
        return propagate;
    }

    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    public String getWriteBack() {
        return writeBack;
    }

    @DataBoundSetter
    public void setWriteBack(String writeBack) {
        this.writeBack = Util.fixEmptyAndTrim(writeBack);
    }

    public String getPlanParameter() {
        return planParameter;
    }

    @DataBoundSetter
    public void setPlanParameter(String planParameter) {
        this.planParameter = Util.fixEmptyAndTrim(planParameter);
    }

    /** Null where the triggers of the job are left alone. */
    public List<Trigger<?>> getTriggers() {
        return triggers;
    }

    @DataBoundSetter
    public void setTriggers(List<Trigger<?>> triggers) {
        this.triggers = triggers;
    }

    /** Null where the parameters of the job are left alone. */
    public List<ParameterDefinition> getParameters() {
        return parameters;
    }

    @DataBoundSetter
    public void setParameters(List<ParameterDefinition> parameters) {
        this.parameters = parameters;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new SyncExecution(context, new SyncArguments(this));
    }

    /** Names the step and fills its form. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "drsSync";
        }

        @Override
        public String getDisplayName() {
            return Messages.drsSync();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FlowNode.class, TaskListener.class, FilePath.class);
        }

        /** A form without triggers or parameters leaves those of the job alone. */
        @Override
        public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            DrsSyncStep step = (DrsSyncStep) super.newInstance(request, form);
            if (step.triggers != null && step.triggers.isEmpty()) {
                step.triggers = null;
            }
            if (step.parameters != null && step.parameters.isEmpty()) {
                step.parameters = null;
            }
            return step;
        }

        @POST
        public ListBoxModel doFillOnManualChangeItems() {
            return new ListBoxModel(
                    new ListBoxModel.Option(Messages.onManualChange_fail(), "fail"),
                    new ListBoxModel.Option(Messages.onManualChange_keep(), "keep"),
                    new ListBoxModel.Option(Messages.onManualChange_overwrite(), "overwrite"));
        }

        @POST
        public ListBoxModel doFillOnNotAllowedItems() {
            return new ListBoxModel(
                    new ListBoxModel.Option(Messages.onNotAllowed_dryRun(), DRY_RUN),
                    new ListBoxModel.Option(Messages.onNotAllowed_fail(), FAIL));
        }

        /** Credentials that builds of the job may use. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return PlanStepDescriptor.Forms.credentials(item, credentialsId);
        }

        @POST
        public FormValidation doCheckFile(@AncestorInPath Item item, @QueryParameter String value) {
            return PlanStepDescriptor.Forms.path(item, value);
        }

        @POST
        public FormValidation doCheckWriteBack(@AncestorInPath Item item, @QueryParameter String value) {
            return PlanStepDescriptor.Forms.path(item, value);
        }
    }
}
