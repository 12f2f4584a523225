package io.jenkins.plugins.drs.engine.history;

import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far the mission is: plans that are automated and backed up, drills that can be proven, plans that are known to work.
 *
 * @param withActions plans that run something before or after a wave
 * @param backedUp plans whose present content is in an export
 * @param traceable drills whose journal is there and intact
 * @param plans each plan with its last good drill, those that were never proven first, then the longest ago
 */
public record MissionMetrics(Share withActions, Share backedUp, Share traceable, List<Proven> plans) {
    /** Goals that the project set itself, in percent. */
    private static final int WITH_ACTIONS = 90;

    private static final int ALL = 100;

    public MissionMetrics {
        plans = List.copyOf(plans);
    }

    /**
     * What is known of a plan.
     *
     * @param actions whether it runs something before or after a wave
     * @param backedUp whether its present content is in an export
     */
    public record PlanFacts(String planName, boolean actions, boolean backedUp) {
        /** Reads from the plan what can be read from it. */
        public static PlanFacts of(RecoveryPlan plan, boolean backedUp) {
            boolean actions = plan.waves().stream()
                    .anyMatch(wave -> !wave.preWaveActions().isEmpty()
                            || !wave.postWaveActions().isEmpty());
            return new PlanFacts(plan.planName(), actions, backedUp);
        }
    }

    /**
     * A part of a whole.
     *
     * @param goal in percent
     */
    public record Share(long count, long of, int goal) {
        /** In whole percent, rounded down so that 100 means all; empty when there is nothing to count. */
        public Optional<Long> percent() {
            return of == 0 ? Optional.empty() : Optional.of(100 * count / of);
        }

        /** Whether the goal is met; empty when there is nothing to count. */
        public Optional<Boolean> met() {
            return percent().map(percent -> percent >= goal);
        }
    }

    /** When a plan was last proven to work; empty when it never was. Its age is the time from then to now. */
    public record Proven(String planName, Optional<Instant> lastGood) {}

    /**
     * Computes the metrics.
     *
     * @param plans all plans that there are
     * @param history executions in any order; those that launch nothing are left out
     */
    public static MissionMetrics of(Collection<PlanFacts> plans, Collection<DrillSummary> history) {
        List<DrillSummary> drills =
                history.stream().filter(drill -> drill.run().launches()).toList();
        long actions = plans.stream().filter(PlanFacts::actions).count();
        long backedUp = plans.stream().filter(PlanFacts::backedUp).count();
        long traceable = drills.stream().filter(DrillSummary::traceable).count();
        return new MissionMetrics(
                new Share(actions, plans.size(), WITH_ACTIONS),
                new Share(backedUp, plans.size(), ALL),
                new Share(traceable, drills.size(), ALL),
                plans.stream()
                        .map(plan -> new Proven(plan.planName(), lastGood(plan.planName(), drills)))
                        .sorted(Comparator.comparing(plan -> plan.lastGood().orElse(Instant.MIN)))
                        .toList());
    }

    private static Optional<Instant> lastGood(String plan, List<DrillSummary> drills) {
        return drills.stream()
                .filter(drill -> drill.good() && drill.run().planName().equals(plan))
                .map(drill -> drill.run().started())
                .max(Comparator.naturalOrder());
    }
}
