package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.state.EffectHistory;
import io.jenkins.plugins.drs.engine.state.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Says when the jobs of a target are looked at next.
 *
 * <p>A fixed loop looks every 30 seconds from the start. A launch cannot end in its first minutes, so looks saved
 * there are spent later, when an end is likely: in all there are never more than the fixed loop would make.
 *
 * @param base interval of the fixed loop
 * @param sparse interval while an end is unlikely
 * @param dense interval while an end is likely and looks were saved
 * @param unlikelyFor how long after its start a launch cannot have ended
 */
public record WatchPolicy(Duration base, Duration sparse, Duration dense, Duration unlikelyFor) {
    /** Every 60 seconds for 3 minutes, then every 10 while looks are left, else every 30. */
    public static final WatchPolicy DEFAULT = new WatchPolicy(
            Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofMinutes(3));

    Instant nextLook(List<JobState> jobs, EffectHistory history, Instant now) {
        Instant youngest =
                jobs.stream().map(JobState::accepted).max(Instant::compareTo).orElse(now);
        Instant last = history.lastCall().filter(youngest::isBefore).orElse(youngest);
        return last.plus(interval(jobs, history, now));
    }

    private Duration interval(List<JobState> jobs, EffectHistory history, Instant now) {
        Instant oldest =
                jobs.stream().map(JobState::accepted).min(Instant::compareTo).orElse(now);
        boolean launching = jobs.stream().allMatch(job -> job.purpose() == JobState.Purpose.LAUNCH);
        if (launching && Duration.between(oldest, now).compareTo(unlikelyFor) < 0) {
            return sparse;
        }
        return saved(jobs, history, now) > 0 ? dense : base;
    }

    /** Looks that the fixed loop, one for each job, would have made by now and we did not. */
    private long saved(List<JobState> jobs, EffectHistory history, Instant now) {
        long fixed = jobs.stream()
                .mapToLong(job -> 1 + Duration.between(job.accepted(), now).dividedBy(base))
                .sum();
        return fixed - history.calls();
    }
}
