package io.jenkins.plugins.drs.engine.plan;

import java.time.Duration;

/** Checks of durations. */
final class Durations {
    /** The longest that a wave, its validation or an action may be given. */
    static final Duration LONGEST_WAIT = Duration.ofDays(7);

    /** The longest recovery time or recovery point objective. */
    static final Duration LONGEST_OBJECTIVE = Duration.ofDays(365);

    private Durations() {}

    static void check(Duration duration, Duration longest, JsonPointer at, Problems problems) {
        if (duration.isZero() || duration.isNegative()) {
            problems.error(
                    at,
                    "Expected a time longer than zero, but got " + duration,
                    "Write whole seconds such as 1800, or an ISO-8601 duration such as PT30M");
        } else if (duration.compareTo(longest) > 0) {
            problems.error(
                    at,
                    "Expected at most " + longest.toDays() + " days, but got " + duration,
                    "Write a shorter time; a plain number counts seconds, not milliseconds");
        } else if (duration.getNano() != 0) {
            problems.error(at, "Expected whole seconds, but got " + duration, "Round it to seconds");
        }
    }
}
