package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.Visibility;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.EffectHistory;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whether launches and jobs were looked at lately. Nothing is given up on knowledge from before a limit. */
public final class PollFreshness {
    private PollFreshness() {}

    /** Whether the running jobs of a target were looked at since their time was over, or cannot be. */
    public static boolean areJobsLookedAtSince(ExecutionState state, Target target, Instant limit, Instant now) {
        return Visibility.isOver(state, WatchJobs.keyFor(target), limit, now);
    }

    /** Whether the job of a launch in doubt was looked up since its time was over, or cannot be. */
    public static boolean isLaunchLookedUpSince(ExecutionState state, LaunchState launch, Instant limit, Instant now) {
        return Visibility.isOver(state, FindLaunch.keyFor(launch), limit, now);
    }

    /** Why the running jobs of a target are not seen; empty when they are. */
    public static Optional<String> jobsLost(ExecutionState state, Target target) {
        return Visibility.lost(state.effect(WatchJobs.keyFor(target)));
    }

    /** Why it is not seen what became of a launch in doubt; empty when it is. */
    public static Optional<String> launchLost(ExecutionState state, LaunchState launch) {
        return Visibility.lost(state.effect(FindLaunch.keyFor(launch)));
    }

    /** A look at what other people's jobs take of a target's limits, for something else than a launch. */
    public static Effect atLoad(ExecutionState state, Target target) {
        return new ObserveLoad(state, target, List.of(), OtherExecutions.UNKNOWN);
    }

    /** Whether that look was refused, so that it is no use to try it again. */
    public static boolean isLoadUnknowable(ExecutionState state, Target target) {
        EffectHistory look = state.effect(ObserveLoad.keyFor(target));
        return look.failures() > 0 && look.notBefore().isEmpty();
    }

    /** The target whose running jobs an effect looks at; empty when it does something else. */
    public static Optional<Target> watchedBy(Effect effect) {
        return effect instanceof WatchJobs watch ? Optional.of(watch.target()) : Optional.empty();
    }

    /** Whether the running jobs of a target are looked at now. */
    public static boolean isDueOrUnderWay(Decision decision, Target target) {
        return decision.isDueOrUnderWay(WatchJobs.keyFor(target));
    }

    /** Ids of the running jobs of a target. */
    public static Set<String> running(ExecutionState state, Target target) {
        return state.jobBook().running(target).stream().map(JobState::jobId).collect(Collectors.toSet());
    }

    /** A look at all running jobs of a target. */
    static WatchJobs at(ExecutionState state, Target target) {
        return new WatchJobs(state, target, state.jobBook().running(target));
    }
}
