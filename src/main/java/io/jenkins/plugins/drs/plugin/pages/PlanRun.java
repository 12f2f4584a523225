package io.jenkins.plugins.drs.plugin.pages;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Job;
import hudson.security.Permission;
import io.jenkins.plugins.drs.plugin.configuration.schedule.PlanJobs;
import io.jenkins.plugins.drs.plugin.configuration.schedule.Purpose;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import java.io.IOException;
import jenkins.model.ParameterizedJobMixIn;

/** Starts the job of a plan for the current user, who may do so at the root. */
final class PlanRun {
    private PlanRun() {}

    /** Why a job was not started, and what to do about it. */
    static final class NotStartedException extends Exception {
        private static final long serialVersionUID = 1L;

        NotStartedException(String message) {
            super(message);
        }
    }

    /** The job, of which a build waits now; it is made when the plan had none. */
    static Job<?, ?> start(String plan, Purpose purpose) throws NotStartedException {
        Job<?, ?> job = job(plan, purpose);
        Permission permission =
                purpose == Purpose.CHECK ? DisasterRecoveryPermissions.CHECK : DisasterRecoveryPermissions.DRILL;
        DisasterRecoveryPermissions.check(job, permission);
        if (!job.isBuildable()) {
            throw new NotStartedException(Messages.run_disabled(job.getFullName()));
        }
        CauseAction cause = new CauseAction(new Cause.UserIdCause());
        if (ParameterizedJobMixIn.scheduleBuild2(job, 0, cause, purpose.ceiling(plan)) == null) {
            throw new NotStartedException(Messages.run_refused(job.getFullName()));
        }
        return job;
    }

    private static Job<?, ?> job(String plan, Purpose purpose) throws NotStartedException {
        try {
            return PlanJobs.get().onDemand(plan, purpose);
        } catch (IOException e) {
            throw new NotStartedException(Messages.run_noJob(e.getMessage(), plan));
        }
    }
}
