package io.jenkins.plugins.drs.plugin.steps;

import hudson.Util;
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
}
