package io.jenkins.plugins.drs.plugin.steps;

import hudson.model.Job;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.schedule.DesiredJob;
import io.jenkins.plugins.drs.plugin.configuration.schedule.OwnJob;
import io.jenkins.plugins.drs.plugin.configuration.schedule.PlanJobs;
import java.io.IOException;
import java.util.List;

/** Jobs that follow a sync: those of the plans, and the one that runs it. */
final class SyncedJob {
    private final OwnJob job;
    private final DesiredJob wish;

    SyncedJob(Job<?, ?> job, DesiredJob wish) {
        this.job = new OwnJob(job);
        this.wish = wish;
    }

    /**
     * The job of the build gets its triggers and parameters.
     *
     * @param applies whether it is changed; else it is only told what would be
     */
    void follow(DrConfiguration configuration, SyncProgress story, boolean applies, DocumentSync sync)
            throws IOException {
        List<String> plans = configuration.recoveryPlans().stream()
                .map(RecoveryPlan::planName)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        List<String> changes = applies ? job.follow(wish, plans) : job.differences(wish, plans);
        story.put("jobChanges", changes);
        changes.forEach(
                change -> sync.say(applies ? Messages.sync_jobChanged(change) : Messages.sync_jobWould(change)));
    }

    /** Drill jobs follow their plans; what does not is told. */
    static void followPlans(DocumentSync sync) {
        PlanJobs.get().update();
        PlanJobs.get()
                .problems()
                .forEach(problem -> sync.say(Messages.sync_planJob(problem.job(), problem.plan(), problem.message())));
    }
}
