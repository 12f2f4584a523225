package io.jenkins.plugins.drs.plugin.steps;

import java.io.Serializable;

/** Which plan a step works on, and as whom. Plain values that are kept with the build. */
final class PlanArguments implements Serializable {
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
