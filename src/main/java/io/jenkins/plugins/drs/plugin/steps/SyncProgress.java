package io.jenkins.plugins.drs.plugin.steps;

import hudson.model.Job;
import io.jenkins.plugins.drs.engine.document.sync.SyncResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.schedule.DesiredJob;
import io.jenkins.plugins.drs.plugin.configuration.schedule.OwnJob;
import io.jenkins.plugins.drs.plugin.configuration.schedule.PlanJobs;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far a sync has come, and what it has to tell. Plain values that are kept with the build. */
final class SyncProgress implements Serializable {
    private static final long serialVersionUID = 1L;

    static final String ROLLED_BACK = "ROLLED_BACK";

    final String source;
    final long before;
    private final LinkedHashMap<String, Object> told = new LinkedHashMap<>();
    private boolean open;
    private String sentence = "";

    SyncProgress(String source, SyncResult result, boolean allowed) {
        this.source = source;
        this.before = result.before();
        this.open = result.isOpen();
        told.put("outcome", result.outcome().name());
        told.put("success", result.success());
        told.put("changed", result.isOpen());
        told.put("allowed", allowed);
        told.put("revision", Math.toIntExact(result.revision()));
        for (String list : List.of("diff", "manualChanges", "problems", "checks", "jobChanges")) {
            told.put(list, new ArrayList<>());
        }
        told.put("writtenBack", null);
    }

    /** Whether what was applied is neither confirmed nor put back. */
    boolean isOpen() {
        return open;
    }

    boolean hasChanged() {
        return Boolean.TRUE.equals(told.get("changed"));
    }

    /** Whether the same was put back before, and was not applied now. */
    boolean isRefusedBefore() {
        return SyncResult.Outcome.STILL_REFUSED.name().equals(told.get("outcome"));
    }

    boolean isRolledBack() {
        return ROLLED_BACK.equals(told.get("outcome"));
    }

    /** Whether the build may change anything, and was not asked for a proposal alone. */
    boolean mayApply() {
        return !SyncResult.Outcome.POSSIBLE.name().equals(told.get("outcome"))
                && Boolean.TRUE.equals(told.get("allowed"));
    }

    boolean isGood() {
        return Boolean.TRUE.equals(told.get("success"));
    }

    String sentence() {
        return sentence;
    }

    /** What pipeline code gets. */
    Map<String, Object> told() {
        return new LinkedHashMap<>(told);
    }

    void put(String name, Object value) {
        told.put(name, value instanceof List<?> list ? new ArrayList<>(list) : value);
    }

    void says(String words) {
        sentence = words;
    }

    void close(String outcome, boolean good, long revision) {
        open = false;
        told.put("outcome", outcome);
        told.put("success", good);
        told.put("changed", good);
        told.put("revision", Math.toIntExact(revision));
    }

    /** Jobs that follow a sync: those of the plans, and the one that runs it. */
    static final class SyncedJob {
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
                    .forEach(problem ->
                            sync.say(Messages.sync_planJob(problem.job(), problem.plan(), problem.message())));
        }
    }
}
