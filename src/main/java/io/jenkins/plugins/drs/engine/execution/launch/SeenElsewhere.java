package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobsSeen;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LoadObserved;
import io.jenkins.plugins.drs.engine.execution.core.OwnLoad;
import io.jenkins.plugins.drs.engine.execution.shared.JobPoll;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.quota.InFlight;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.state.EffectHistory;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.InstanceStage;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerGroup;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes for its own what another execution saw of an account's jobs. Only what is newer than everything that this one
 * has seen itself counts, so that no job goes back in time.
 */
public final class SeenElsewhere {
    private final ExecutionState state;
    private final QuotaLimits limits;
    private final Duration loadMaxAge;

    public SeenElsewhere(ExecutionState state, QuotaLimits limits, Duration loadMaxAge) {
        this.state = state;
        this.limits = limits;
        this.loadMaxAge = loadMaxAge;
    }

    /** What a look tells about a target's jobs; empty when it tells nothing new. */
    public List<ExecutionEvent> events(JobPoll look, Target target, Instant now, Set<String> underway) {
        List<ExecutionEvent> events = new ArrayList<>();
        if (!underway.contains(WatchJobs.keyFor(target)) && isNews(look, WatchJobs.keyFor(target))) {
            jobs(look, target, events);
        }
        boolean fresh = look.complete() && now.isBefore(look.began().plus(loadMaxAge));
        if (fresh && !underway.contains(ObserveLoad.keyFor(target)) && isNews(look, ObserveLoad.keyFor(target))) {
            load(look, target, events);
        }
        return events;
    }

    private boolean isNews(JobPoll look, String key) {
        EffectHistory own = state.effect(key);
        return own.lastCallEnded().filter(ended -> ended.isAfter(look.began())).isEmpty();
    }

    private void jobs(JobPoll look, Target target, List<ExecutionEvent> events) {
        Set<String> running = PollFreshness.running(state, target);
        if (!running.isEmpty() && look.jobs().keySet().containsAll(running)) {
            events.add(new JobsSeen(target, look.began(), look.by()));
            events.addAll(PollFreshness.at(state, target).changes(look.jobs().values()));
        }
    }

    /**
     * That there is no room is true for everybody. That there is some, everybody has to see for itself: whoever sees it
     * first takes it.
     */
    private void load(JobPoll look, Target target, List<ExecutionEvent> events) {
        if (!isWaitingForRoom(target)) {
            return;
        }
        LoadObserved load =
                ObserveLoad.observed(target, state.jobBook().ids(), look.jobs().values());
        InFlight taken = OwnLoad.of(state, target).plus(new InFlight(load.jobs(), load.servers()));
        if (taken.jobs() >= limits.concurrentJobs() || taken.servers() >= limits.serversInAllJobs()) {
            events.add(load);
        }
    }

    /** Whether something could not be launched or taken down there yet. */
    public boolean isWaitingForRoom(Target target) {
        if (state.load(target).isEmpty()) {
            return false;
        }
        return state.phase() == Phase.CLEANUP
                ? !state.instanceBook().in(target, InstanceStage.UP).isEmpty()
                : isAnythingToLaunch(target);
    }

    private boolean isAnythingToLaunch(Target target) {
        return state.waves().stream()
                .filter(wave -> wave.status() == WaveStatus.LAUNCHING)
                .anyMatch(wave ->
                        state.serverBook().count(new ServerGroup(wave.name(), target), ServerStage.WAITING) > 0);
    }
}
