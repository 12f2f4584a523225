package io.jenkins.plugins.drs.plugin.pages.plan;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.DrillRecord;
import io.jenkins.plugins.drs.plugin.run.KnownDrill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plans and what was run of them, for tests. */
final class KnownDrills {
    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String PLAN = "Plan";

    private KnownDrills() {}

    /** How a plan stands of which these were run, the newest first. */
    static PlanStatus plan(String name, boolean actions, boolean backedUp, KnownDrill... drills) {
        String action = actions ? ", preWaveActions: [{name: Stop, documentName: StopServices}]" : "";
        RecoveryPlan plan =
                Configurations.of("""
                protectionGroups:
                  - {groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}
                recoveryPlans:
                  - {planName: %s, waves: [{waveName: First, protectionGroupName: Web%s}]}
                """.formatted(name, action)).recoveryPlans().get(0);
        PlanDrills known =
                PlanDrills.byPlan(List.of(drills), drill -> true).getOrDefault(PlanDrills.key(PLAN), PlanDrills.NONE);
        PlanStatus.Backup backup = new PlanStatus.Backup(backedUp, Optional.empty());
        return new PlanStatus(plan, known, List.of(), purpose -> Optional.empty(), backup, NOW);
    }

    private static KnownDrill.State state(ExecutionStatus status) {
        if (status.ended()) {
            return KnownDrill.State.ENDED;
        }
        return status == ExecutionStatus.PAUSED ? KnownDrill.State.PAUSED : KnownDrill.State.RUNNING;
    }

    static KnownDrill drill(Mode mode, ExecutionStatus status, int daysAgo) {
        return drill(mode, status, daysAgo, Optional.empty(), false);
    }

    static KnownDrill simulated(int daysAgo) {
        return drill(Mode.DRILL, ExecutionStatus.COMPLETED, daysAgo, Optional.empty(), true);
    }

    static KnownDrill drill(
            Mode mode, ExecutionStatus status, int daysAgo, Optional<Boolean> rtoMet, boolean simulated) {
        Objective none = new Objective(Optional.empty(), Optional.empty(), Optional.empty());
        Objective rto = new Objective(Optional.of(Duration.ofHours(1)), Optional.empty(), rtoMet);
        DrillRecord record = new DrillRecord("drs-1-" + daysAgo, "PLAN", mode, "1");
        Instant created = NOW.minus(Duration.ofDays(daysAgo));
        DrillSummary.End end = new DrillSummary.End(status, 0, 0, Duration.ZERO, rto, none, 0);
        Optional<DrillSummary.Run> summary = Optional.of(new DrillSummary.Run(
                        record.executionId(), "PLAN", true, simulated, Optional.empty(), created, "", end))
                .filter(run -> status.ended());
        return new KnownDrill(record, "job", 1, created, simulated, state(status), summary);
    }
}
