package io.jenkins.plugins.drs.engine.execution.watch;

import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.JobState.Purpose;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps an execution from making more calls than a fixed loop would: one that asks for each job, each runbook and the
 * instances of each job every 30 seconds. What one call for many saves is spent where an end is near.
 */
final class Allowance {
    /** What watching a launch saves, of the ten looks at least of a loop; may be spent before it begins. */
    private static final int CREDIT_OF_LAUNCH = 10;

    private static final int SERVERS_OF_LAUNCH = 100;
    /** A loop asks EC2 for instances and for their checks. */
    private static final int CALLS_OF_CHECK = 2;

    /** What a loop waits for the checks of EC2 once a job has ended. */
    private static final Duration CHECK = Duration.ofSeconds(90);

    private Allowance() {}

    /** How many looks are left; below zero when more were made than a loop would have. */
    static long left(ExecutionState state, Instant now) {
        return earned(state, now) + credit(state) - state.reads();
    }

    private static long earned(ExecutionState state, Instant now) {
        long earned = 0;
        for (JobState job : state.jobs()) {
            Instant ended = job.ended().orElse(now);
            earned += looks(job.accepted(), ended);
            if (job.purpose() == Purpose.LAUNCH && job.ended().isPresent()) {
                Instant checked = ended.plus(CHECK);
                earned += 1 + CALLS_OF_CHECK * looks(ended, checked.isBefore(now) ? checked : now);
            }
        }
        for (ActionState action : state.actions()) {
            earned += looks(action.since(), action.ended().orElse(now));
        }
        return earned;
    }

    private static long looks(Instant from, Instant to) {
        return 1 + Math.max(0, Duration.between(from, to).toSeconds() / LookTimes.BASE.toSeconds());
    }

    private static long credit(ExecutionState state) {
        long launches = state.waves().stream()
                .mapToLong(wave ->
                        (state.countIn(wave.name(), ServerStage.WAITING) + SERVERS_OF_LAUNCH - 1) / SERVERS_OF_LAUNCH)
                .sum();
        return launches * CREDIT_OF_LAUNCH;
    }
}
