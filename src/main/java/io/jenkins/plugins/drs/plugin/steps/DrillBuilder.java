package io.jenkins.plugins.drs.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.Launcher;
import hudson.Util;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.BuildListener;
import hudson.model.Item;
import hudson.model.Result;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.DrillRequest;
import io.jenkins.plugins.drs.plugin.steps.PlanStep.PlanArguments;
import java.io.IOException;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Build step of Freestyle jobs: runs a recovery plan as a drill. Holds its executor meanwhile, as such steps do. */
public final class DrillBuilder extends Builder {
    private String planFile;
    private String plan;
    private String credentialsId;
    private String onPartial = Outcome.UNSTABLE;
    private int timeoutMinutes;
    private boolean keepInstances;
    private boolean anyReplicationState;
    private boolean replaceLeftovers;

    @DataBoundConstructor
    public DrillBuilder() {
        // a stored plan, or one of a file
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

    @DataBoundSetter
    public void setPlan(String plan) {
        this.plan = Util.fixEmptyAndTrim(plan);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    public String getOnPartial() {
        return onPartial;
    }

    /** @throws IllegalArgumentException when it is none of unstable, failure and ignore */
    @DataBoundSetter
    public void setOnPartial(String onPartial) {
        this.onPartial = Outcome.checked(onPartial);
    }

    public int getTimeoutMinutes() {
        return timeoutMinutes;
    }

    @DataBoundSetter
    public void setTimeoutMinutes(int timeoutMinutes) {
        this.timeoutMinutes = Math.max(0, timeoutMinutes);
    }

    public boolean isKeepInstances() {
        return keepInstances;
    }

    @DataBoundSetter
    public void setKeepInstances(boolean keepInstances) {
        this.keepInstances = keepInstances;
    }

    public boolean isAnyReplicationState() {
        return anyReplicationState;
    }

    @DataBoundSetter
    public void setAnyReplicationState(boolean anyReplicationState) {
        this.anyReplicationState = anyReplicationState;
    }

    public boolean isReplaceLeftovers() {
        return replaceLeftovers;
    }

    @DataBoundSetter
    public void setReplaceLeftovers(boolean replaceLeftovers) {
        this.replaceLeftovers = replaceLeftovers;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener log)
            throws InterruptedException, IOException {
        Authority.check(build, DisasterRecoveryPermissions.DRILL);
        DrillResult result = new BlockingDrill(build, log).run(request(build, log));
        switch (result.status()) {
            case COMPLETED -> {}
            case PARTIAL -> partial(build, result);
            case CANCELLED -> build.setResult(Result.ABORTED);
            default -> throw BuildConsole.abort(HostedExecution.sentence(result));
        }
        return result.status().compareTo(ExecutionStatus.CANCELLED) < 0;
    }

    private void partial(AbstractBuild<?, ?> build, DrillResult result) throws AbortException {
        if (onPartial.equals(Outcome.FAILURE)) {
            throw BuildConsole.abort(HostedExecution.sentence(result));
        }
        if (onPartial.equals(Outcome.UNSTABLE)) {
            build.setResult(Result.UNSTABLE);
        }
    }

    private DrillRequest request(AbstractBuild<?, ?> build, BuildListener log)
            throws IOException, InterruptedException {
        PlanArguments arguments = new PlanArguments(planFile, null, plan, credentialsId);
        PlanSource.Found found = new PlanSource(build.getWorkspace(), log).find(arguments);
        RunOptions options = new RunOptions(
                        keepInstances, false, anyReplicationState, RunOptions.DEFAULT.cleanupLimit())
                .replacingLeftovers(replaceLeftovers);
        return new DrillRequest(
                "builder-" + BlockingDrill.number(build, this),
                Mode.DRILL,
                found.configuration(),
                found.plan().planName(),
                new PlanExecution.Manner(Mode.DRILL, options, timeoutMinutes).limits(),
                Optional.ofNullable(credentialsId),
                false);
    }

    /** Names the build step and fills its form. */
    @Extension
    @Symbol("recoveryDrill")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.builder();
        }

        @Override
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }

        /** Credentials that builds of the job may use. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return PlanStepDescriptor.Forms.credentials(item, credentialsId);
        }

        /** Names of the stored plans, for those who may see them. */
        @POST
        public ComboBoxModel doFillPlanItems(@AncestorInPath Item item) {
            return PlanStepDescriptor.Forms.plans(item);
        }

        @POST
        public FormValidation doCheckPlanFile(@AncestorInPath Item item, @QueryParameter String value) {
            return PlanStepDescriptor.Forms.path(item, value);
        }

        @POST
        public FormValidation doCheckTimeoutMinutes(@AncestorInPath Item item, @QueryParameter String value) {
            return PlanStepDescriptor.Forms.minutes(item, value);
        }

        @POST
        public ListBoxModel doFillOnPartialItems() {
            return PlanStepDescriptor.Forms.onPartial();
        }
    }
}
