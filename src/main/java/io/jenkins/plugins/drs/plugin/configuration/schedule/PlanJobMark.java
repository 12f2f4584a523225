package io.jenkins.plugins.drs.plugin.configuration.schedule;

import java.util.Locale;

/**
 * How a job was made for a plan.
 *
 * @param plan name of its plan
 * @param generated hash of what it was made to mean; when it means something else now, somebody changed it by hand
 * @param onDemand whether it stays usable without a schedule, because somebody asked for it
 * @param disabledWithPlan whether it was disabled because its plan, or the schedule of that, went
 */
record PlanJobMark(String plan, Purpose purpose, String generated, boolean onDemand, boolean disabledWithPlan) {
    /** Tells jobs apart: plans are the same without regard to case. */
    static String key(String plan, Purpose purpose) {
        return purpose + " " + plan.toLowerCase(Locale.ROOT);
    }

    String key() {
        return key(plan, purpose);
    }

    PlanJobMark of(String otherPlan) {
        return new PlanJobMark(otherPlan, purpose, generated, onDemand, disabledWithPlan);
    }

    PlanJobMark meaning(JobDefinition meaning) {
        return new PlanJobMark(plan, purpose, meaning.hash(), onDemand, disabledWithPlan);
    }

    PlanJobMark asked() {
        return new PlanJobMark(plan, purpose, generated, true, disabledWithPlan);
    }

    PlanJobMark disabled(boolean disabled) {
        return new PlanJobMark(plan, purpose, generated, onDemand, disabled);
    }
}
