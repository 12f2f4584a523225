package io.jenkins.plugins.drs.engine.history;

import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far the mission is: plans that are automated and backed up, drills that can be proven, plans that are known to work.
 *
 * @param withActions plans that run something before or after a wave
 * @param backedUp plans whose present content is in an export
 * @param traceable drills whose journal is there and intact
 * @param plans each plan with its last good drill, those that were never proven first, then the longest ago
 */
public record ReadinessMetrics(Share withActions, Share backedUp, Share traceable, List<Proven> plans) {
    /** Goals that the project set itself, in percent. */
    private static final int WITH_ACTIONS = 90;

    private static final int ALL = 100;

    public ReadinessMetrics {
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
    public static ReadinessMetrics of(Collection<PlanFacts> plans, Collection<DrillSummary> history) {
        List<DrillSummary> drills =
                history.stream().filter(drill -> drill.run().launches()).toList();
        Map<String, Instant> lastGood = new HashMap<>();
        drills.stream()
                .filter(DrillSummary::good)
                .map(DrillSummary::run)
                .forEach(run -> lastGood.merge(
                        key(run.planName()), run.started(), (one, other) -> one.isAfter(other) ? one : other));
        long traceable = drills.stream().filter(DrillSummary::traceable).count();
        return of(plans, name -> Optional.ofNullable(lastGood.get(key(name))), traceable, drills.size());
    }

    /**
     * The same where executions were counted elsewhere.
     *
     * @param lastGood when the last good drill of the plan of that name began
     * @param traceable how many of the drills have an intact journal
     */
    public static ReadinessMetrics of(
            Collection<PlanFacts> plans, Function<String, Optional<Instant>> lastGood, long traceable, long drills) {
        long actions = plans.stream().filter(PlanFacts::actions).count();
        long backedUp = plans.stream().filter(PlanFacts::backedUp).count();
        return new ReadinessMetrics(
                new Share(actions, plans.size(), WITH_ACTIONS),
                new Share(backedUp, plans.size(), ALL),
                new Share(traceable, drills, ALL),
                plans.stream()
                        .map(plan -> new Proven(plan.planName(), lastGood.apply(plan.planName())))
                        .sorted(Comparator.comparing(plan -> plan.lastGood().orElse(Instant.MIN)))
                        .toList());
    }

    private static String key(String planName) {
        return planName.toLowerCase(Locale.ROOT);
    }
}
