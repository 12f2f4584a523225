package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import java.time.Instant;
import java.util.List;

/** Tells whether launches and jobs were looked at lately. Nothing is given up on knowledge from before a limit. */
public final class LaunchLooks {
    private LaunchLooks() {}

    /** Whether the running jobs of a target were looked at since then, or cannot be. */
    public static boolean areJobsLookedAtSince(ExecutionState state, Target target, Instant time) {
        return state.effect(WatchJobs.keyFor(target)).isTriedSince(time);
    }

    /** Whether the job of a launch in doubt was looked up since then, or cannot be. */
    public static boolean isLaunchLookedUpSince(ExecutionState state, LaunchState launch, Instant time) {
        return state.effect(FindLaunch.keyFor(launch)).isTriedSince(time);
    }

    /** A look at all running jobs of a target. */
    static WatchJobs at(ExecutionState state, Target target) {
        List<JobState> running = state.jobs().stream()
                .filter(job -> job.target().equals(target) && !job.isCompleted())
                .toList();
        return new WatchJobs(target, running);
    }
}
