package io.jenkins.plugins.drs.plugin.steps;

import hudson.Util;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps have in common that work on a plan: where it stands, and as whom. */
public abstract class PlanStep extends Step {
    private String planFile;
    private String planText;
    private String plan;
    private String credentialsId;

    public String getPlanFile() {
        return planFile;
    }

    @DataBoundSetter
    public void setPlanFile(String planFile) {
        this.planFile = Util.fixEmptyAndTrim(planFile);
    }

    public String getPlanText() {
        return planText;
    }

    @DataBoundSetter
    public void setPlanText(String planText) {
        this.planText = Util.fixEmptyAndTrim(planText);
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

    /** Which plan a step works on, and as whom. Plain values that are kept with the build. */
    static final class PlanArguments implements Serializable {
        private static final long serialVersionUID = 1L;

        final String planFile;
        final String planText;
        final String plan;
        final String credentialsId;

        PlanArguments(PlanStep step) {
            this(step.getPlanFile(), step.getPlanText(), step.getPlan(), step.getCredentialsId());
        }

        /** Whether no document comes with the step, so that the plan is a stored one. */
        boolean isStored() {
            return planText == null && planFile == null;
        }

        /** Any of them may be null. */
        PlanArguments(String planFile, String planText, String plan, String credentialsId) {
            this.planFile = planFile;
            this.planText = planText;
            this.plan = plan;
            this.credentialsId = credentialsId;
        }
    }
}
