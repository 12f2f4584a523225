package io.jenkins.plugins.drs.configuration.schedule;

/**
 * Why a job does not follow its plan. Pages read it by its getters: their language knows no components of records.
 *
 * @param plan name of the plan
 * @param job full name of the job; empty when there is none
 * @param message what is so, and what to do about it
 * @param restorable whether the job could be made anew from its plan
 */
public record JobProblem(String plan, String job, String message, boolean restorable) {
    public String getPlan() {
        return plan;
    }

    public String getJob() {
        return job;
    }

    public String getMessage() {
        return message;
    }

    public boolean isRestorable() {
        return restorable;
    }
}
