package io.jenkins.plugins.drs.plugin.build;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.report.CsvFiles;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.Feature;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The drills of a job: the last one of each plan and a trend on the job's page, all of them on a page of its own. Whoever
 * may not view drills sees nothing of it.
 */
@ExportedBean
public final class JobDrills implements Action, StaplerProxy {
    /** How many drills of each plan a trend is made of. */
    private static final int TREND = 100;
    /** The job's own page shows as many as a chart has bars. */
    private static final int BRIEF = 30;
    /** Rows of the file for spreadsheets, for each plan. */
    private static final int FILE = 1_000;

    private final Job<?, ?> job;

    JobDrills(Job<?, ?> job) {
        this.job = job;
    }

    public Job<?, ?> getJob() {
        return job;
    }

    public boolean isVisible() {
        return job.hasPermission(DisasterRecoveryPermissions.VIEW)
                && !DrillHistory.of(job).isEmpty();
    }

    /** Why no history is shown; empty when it is. */
    public String getOff() {
        return Feature.DETAILED_RESULTS.isOn() ? "" : Feature.DETAILED_RESULTS.refusal();
    }

    /** Plans that builds ran, the one that ran last first; empty for a user who may not view drills. */
    @Exported
    public List<PlanHistory> getPlans() {
        return plans(TREND);
    }

    /** The same for the job's own page, which looks at fewer drills. */
    public List<PlanHistory> getBrief() {
        return plans(BRIEF);
    }

    private List<PlanHistory> plans(int most) {
        return job.hasPermission(DisasterRecoveryPermissions.VIEW) && Feature.DETAILED_RESULTS.isOn()
                ? DrillHistory.of(job).plans(most)
                : List.of();
    }

    /** All drills for spreadsheets, the oldest first. */
    @WebMethod(name = "history.csv")
    public HttpResponse doHistory() {
        job.checkPermission(DisasterRecoveryPermissions.VIEW);
        if (!Feature.DETAILED_RESULTS.isOn()) {
            throw HttpResponses.errorWithoutStack(403, getOff());
        }
        List<DrillSummary> drills =
                plans(FILE).stream().flatMap(plan -> plan.figures().stream()).toList();
        return Download.csv(CsvFiles.history(drills));
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

    /** Gives every job a view of its drills; one without drills shows nothing. */
    @Extension
    public static final class Factory extends TransientActionFactory<Job> {
        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @Override
        public Collection<? extends Action> createFor(Job job) {
            return Set.of(new JobDrills(job));
        }
    }
}
