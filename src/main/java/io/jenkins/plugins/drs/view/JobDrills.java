package io.jenkins.plugins.drs.view;

import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import io.jenkins.plugins.drs.host.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.host.Feature;
import java.util.List;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The drills of a job: the last one of each plan and a trend on the job's page, all of them on a page of its own. Whoever
 * may not view drills sees nothing of it.
 */
@ExportedBean
public final class JobDrills implements Action, StaplerProxy {
    private final Job<?, ?> job;

    JobDrills(Job<?, ?> job) {
        this.job = job;
    }

    public Job<?, ?> getJob() {
        return job;
    }

    public boolean isVisible() {
        return job.hasPermission(DisasterRecoveryPermissions.VIEW) && DrillHistory.hasAny(job);
    }

    /** Why no history is shown; empty when it is. */
    public String getOff() {
        return Feature.DETAILED_RESULTS.isOn() ? "" : Feature.DETAILED_RESULTS.refusal();
    }

    /** Plans that the newest builds ran, the one that ran last first; empty for a user who may not view drills. */
    @Exported
    public List<PlanHistory> getPlans() {
        boolean shown = job.hasPermission(DisasterRecoveryPermissions.VIEW) && Feature.DETAILED_RESULTS.isOn();
        return shown ? DrillHistory.of(job) : List.of();
    }

    /** Programs read the history here. */
    public Api getApi() {
        return new Api(this);
    }

    /** Guards everything below {@code drs/}. */
    @Override
    public Object getTarget() {
        job.checkPermission(DisasterRecoveryPermissions.VIEW);
        return this;
    }

    @Override
    public String getIconFileName() {
        return isVisible() ? DrillAction.ICON : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.JobDrills_history();
    }

    @Override
    public String getUrlName() {
        return DrillAction.URL_NAME;
    }
}
