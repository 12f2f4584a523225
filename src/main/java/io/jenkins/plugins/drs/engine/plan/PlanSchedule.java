package io.jenkins.plugins.drs.engine.plan;

import java.util.Optional;

/**
 * When a plan is drilled and checked without anybody asking, in Jenkins' cron syntax.
 *
 * @param drills empty for only on demand
 * @param checks empty for when the controller checks plans that have a schedule of drills; {@link #NEVER} for not at all
 */
public record PlanSchedule(Optional<String> drills, Optional<String> checks) {
    /** The word for a plan that is not checked by schedule. */
    public static final String NEVER = "never";

    public static final PlanSchedule NONE = new PlanSchedule(Optional.empty(), Optional.empty());

    public static PlanSchedule drills(String schedule) {
        return new PlanSchedule(Optional.of(schedule), Optional.empty());
    }

    /**
     * When the plan is checked; empty for never.
     *
     * @param usual of plans that have a schedule of drills and do not say; may be empty
     */
    public String checksOr(String usual) {
        String own = checks.orElse("").strip();
        if (own.isEmpty()) {
            return drills.orElse("").isBlank() ? "" : usual;
        }
        return own.equals(NEVER) ? "" : own;
    }
}
