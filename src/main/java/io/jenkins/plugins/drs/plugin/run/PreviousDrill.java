package io.jenkins.plugins.drs.plugin.run;

import hudson.model.Job;
import io.jenkins.plugins.drs.engine.history.Comparison;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.util.List;
import java.util.Optional;

/**
 * Compares an execution with the one before of the same plan, within one job: who may see its builds may see both. Checks
 * no permission: callers do.
 */
public final class PreviousDrill {
    /** How many are looked at: one in which nothing was recovered is of little use. */
    private static final int MOST = 10;

    private PreviousDrill() {}

    /** Empty when there is none, nothing is left of it, or the execution launches no servers. */
    public static Optional<Comparison> compared(Job<?, ?> job, DrillResult result) {
        if (!result.run().mode().launches()) {
            return Optional.empty();
        }
        DrillSummary now = DrillSummary.of(result, true);
        DrillIndex index = DrillIndex.get();
        List<String> before =
                before(index.of(job), now.run().executionId(), now.run().planName());
        return Comparison.previousIn(now, index.ledger().of(before).drills())
                .map(previous -> Comparison.of(previous, now));
    }

    /**
     * Executions of the plan before one of them.
     *
     * @param all the newest first
     */
    static List<String> before(List<KnownDrill> all, String executionId, String plan) {
        return all.stream()
                .dropWhile(drill -> !drill.record().executionId().equals(executionId))
                .skip(1)
                .filter(drill -> !drill.running()
                        && drill.mode().launches()
                        && drill.record().planName().equals(plan))
                .map(drill -> drill.record().executionId())
                .limit(MOST)
                .toList();
    }
}
