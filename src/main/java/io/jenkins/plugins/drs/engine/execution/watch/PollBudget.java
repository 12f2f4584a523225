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
final class PollBudget {
    /** Looks of a loop at a launch that takes six and a half minutes; when it takes less, later launches are known to. */
    private static final long LAUNCH = 14;

    /** The same at a termination, which takes a minute and a half. */
    private static final int TERMINATION = 4;

    /** A loop asks for the recovery instances; and every other time once more for their checks, since it comes late. */
    private static final int ONCE_A_LAUNCH = 2;

    /** A loop asks EC2 for instances and for their checks. */
    private static final int CALLS_OF_CHECK = 2;

    /** What a loop waits for the checks of EC2 once a job has ended; the end of the job itself it notices late. */
    private static final Duration CHECK = Duration.ofSeconds(75);

    private PollBudget() {}

    /**
     * How much sparser looks must be than usual: 2 is half as often; below 1 there are looks to spare. Infinite when no
     * more are left than a loop would make from now on.
     */
    static double thrift(ExecutionState state, Instant now) {
        long launch = looksAtLaunch(state);
        RemainingPolls outlook = RemainingPolls.of(state, launch);
        long left = earned(state, now, launch) + outlook.credit() - state.reads();
        return left <= 0 ? Double.POSITIVE_INFINITY : (double) outlook.need() / left;
    }

    /** Looks of a loop at a launch that takes as long as the shortest one so far. */
    private static long looksAtLaunch(ExecutionState state) {
        return state.jobs().stream()
                .filter(job -> job.purpose() == Purpose.LAUNCH && job.ended().isPresent())
                .mapToLong(job -> looks(job.accepted(), job.ended(), job.accepted()))
                .min()
                .orElse(LAUNCH);
    }

    private static long earned(ExecutionState state, Instant now, long launch) {
        long earned = 0;
        for (JobState job : state.jobs()) {
            long looks = looks(job.accepted(), job.ended(), now);
            long least = job.purpose() == Purpose.LAUNCH ? launch : TERMINATION;
            earned += job.ended().isPresent() ? looks : Math.max(least, looks);
            if (job.purpose() == Purpose.LAUNCH && job.ended().isPresent()) {
                Instant ended = job.ended().get();
                Instant checked = ended.plus(CHECK);
                earned += ONCE_A_LAUNCH + CALLS_OF_CHECK * looks(ended, checked.isBefore(now) ? checked : now);
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
        return 1 + Math.max(0, Duration.between(from, to).toSeconds() / PollSchedule.BASE.toSeconds());
    }
}
