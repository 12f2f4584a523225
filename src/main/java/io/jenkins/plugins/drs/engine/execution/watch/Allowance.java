package io.jenkins.plugins.drs.engine.execution.watch;

import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.JobState.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps an execution from making more calls than a fixed loop would: one that asks for each job, each runbook and the
 * instances of each job every 30 seconds. What one call for many saves is spent where an end is near, and spread over
 * all that is to come.
 */
final class Allowance {
    /** Looks of a loop at a launch, which takes five minutes at least. */
    private static final int LAUNCH = 11;

    /** The same at a termination, which takes a minute and a half. */
    private static final int TERMINATION = 4;

    /** A loop asks EC2 for instances and for their checks. */
    private static final int CALLS_OF_CHECK = 2;

    /** What a loop waits for the checks of EC2 once a job has ended; the end of the job itself it notices late. */
    private static final Duration CHECK = Duration.ofSeconds(75);

    private Allowance() {}

    /**
     * How much sparser looks must be than usual: 2 is half as often; below 1 there are looks to spare. Infinite when no
     * more are left than a loop would make from now on.
     */
    static double thrift(ExecutionState state, Instant now) {
        Outlook outlook = Outlook.of(state);
        long left = earned(state, now) + outlook.credit() - state.reads();
        return left <= 0 ? Double.POSITIVE_INFINITY : (double) outlook.need() / left;
    }

    private static long earned(ExecutionState state, Instant now) {
        long earned = 0;
        for (JobState job : state.jobs()) {
            long looks = looks(job.accepted(), job.ended(), now);
            earned += Math.max(job.purpose() == Purpose.LAUNCH ? LAUNCH : TERMINATION, looks);
            if (job.purpose() == Purpose.LAUNCH && job.ended().isPresent()) {
                Instant ended = job.ended().get();
                Instant checked = ended.plus(CHECK);
                earned += 1 + CALLS_OF_CHECK * looks(ended, checked.isBefore(now) ? checked : now);
            }
        }
        for (ActionState action : state.actions()) {
            earned += looks(action.since(), action.ended(), now);
        }
        return earned;
    }

    /** A loop looks at once, and the last time after the end. */
    private static long looks(Instant from, Optional<Instant> end, Instant now) {
        return end.map(at -> looks(from, at) + 1).orElseGet(() -> looks(from, now));
    }

    private static long looks(Instant from, Instant to) {
        return 1 + Math.max(0, Duration.between(from, to).toSeconds() / LookTimes.BASE.toSeconds());
    }
}
