package io.jenkins.plugins.drs.plugin.configuration.schedule;

import io.jenkins.plugins.drs.engine.plan.Shown;

/**
 * Why a job does not follow its plan. Pages read it by its getters: their language knows no components of records.
 *
 * @param plan name of the plan
 * @param job full name of the job; empty when there is none
 * @param message what is so, and what to do about it
 * @param remedy what an administrator can do at once
 */
public record JobProblem(String plan, String job, String message, Remedy remedy) {
    /** What an administrator can do. */
    enum Remedy {
        NONE,
        /** Make the job anew from its plan. */
        RESTORE,
        /** Have a job of an earlier version serve the plan, or not. */
        ACCEPT
    }

    /** A problem that somebody has to solve elsewhere. */
    static JobProblem of(String plan, String job, String message) {
        return new JobProblem(plan, job, message, Remedy.NONE);
    }

    public String getPlan() {
        return plan;
    }

    /** The plan's name, for people. */
    public String getTitle() {
        return Shown.line(plan);
    }

    public String getJob() {
        return job;
    }

    public String getMessage() {
        return Shown.line(message);
    }

    /** Whether the job could be made anew from its plan. */
    public boolean isRestorable() {
        return remedy == Remedy.RESTORE;
    }

    /** Whether an administrator has to say if the job serves the plan. */
    public boolean isAcceptable() {
        return remedy == Remedy.ACCEPT;
    }
}
