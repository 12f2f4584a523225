package io.jenkins.plugins.drs.engine.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which servers come back in which order, what runs around each wave, and how fast it must be.
 *
 * @param planName unique in the configuration without regard to case
 * @param description for people; may be empty
 * @param rto recovery time objective for the whole plan
 * @param rpo recovery point objective for every server
 * @param schedule when drills and checks run; null counts as never
 * @param waves in document order; never empty in a valid plan
 * @param unknown fields of the document that this version does not know, kept as they were
 */
public record RecoveryPlan(
        String planName,
        String description,
        Optional<Duration> rto,
        Optional<Duration> rpo,
        PlanSchedule schedule,
        List<Wave> waves,
        Map<String, Object> unknown) {

    public RecoveryPlan {
        schedule = schedule == null ? PlanSchedule.NONE : schedule;
        waves = List.copyOf(waves);
        unknown = Ordered.map(unknown);
    }

    /** A plan without objectives and schedules. */
    public static RecoveryPlan of(String planName, List<Wave> waves) {
        return new RecoveryPlan(planName, "", Optional.empty(), Optional.empty(), PlanSchedule.NONE, waves, Map.of());
    }

    /** The same with another name. */
    public RecoveryPlan withName(String other) {
        return new RecoveryPlan(other, description, rto, rpo, schedule, waves, unknown);
    }

    /** The same with other waves. */
    public RecoveryPlan withWaves(List<Wave> others) {
        return new RecoveryPlan(planName, description, rto, rpo, schedule, others, unknown);
    }
}
