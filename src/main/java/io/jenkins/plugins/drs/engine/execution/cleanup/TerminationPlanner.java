package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.OwnLoad;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.launch.PollFreshness;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.quota.InFlight;
import io.jenkins.plugins.drs.engine.quota.LaunchBudget;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.InstanceState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.TargetLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Terminates instances whose launch job has ended: before that, DRS refuses to take them down. */
public final class TerminationPlanner {
    private static final Duration PAUSE_AFTER_ATTEMPT = Duration.ofSeconds(30);

    private final LaunchBudget budget;
    private final Timing timing;

    public TerminationPlanner(LaunchBudget budget, Timing timing) {
        this.budget = budget;
        this.timing = timing;
    }

    /** @param up the instances of the target that nobody has begun to take down */
    void plan(ExecutionState state, Instant now, Decision decision, Target target, Collection<InstanceState> up) {
        List<InstanceState> due = new ArrayList<>();
        for (InstanceState instance : up) {
            if (isDue(state, instance, decision)) {
                due.add(instance);
            }
        }
        if (due.isEmpty()) {
            return;
        }
        Optional<TargetLoad> load = state.load(target)
                .filter(seen -> seen.at().plus(timing.loadMaxAge()).isAfter(now));
        Instant patience = patience(state);
        boolean counted = now.isBefore(patience) && !PollFreshness.isLoadUnknowable(state, target);
        if (load.isEmpty() && counted) {
            decision.wakeAt(patience);
            decision.run(PollFreshness.atLoad(state, target));
        } else {
            terminate(state, now, decision, target, due, load.filter(seen -> counted));
        }
    }

    /** Others' jobs count, but not for ever: in the second half of cleanup's time AWS itself says what is too much. */
    private static Instant patience(ExecutionState state) {
        return state.cleanupBegan()
                .plus(state.started().options().cleanupLimit().dividedBy(2));
    }

    /** @param load what others take of the limits; empty when that does not count, or cannot be known */
    private void terminate(
            ExecutionState state,
            Instant now,
            Decision decision,
            Target target,
            List<InstanceState> due,
            Optional<TargetLoad> load) {
        Set<String> busy = load.map(TargetLoad::busyServers).orElse(Set.of());
        List<InstanceState> free = due.stream()
                .filter(instance -> !busy.contains(instance.sourceServerId()))
                .toList();
        InFlight inFlight = load.map(seen -> new InFlight(seen.jobs(), seen.servers()))
                .orElse(new InFlight(0, 0))
                .plus(OwnLoad.of(state, target));
        int number = state.terminations().size() + (int) decision.count(TerminateInstances.class);
        int started = 0;
        for (List<InstanceState> batch : budget.nextJobs(free, inFlight)) {
            number++;
            started += batch.size();
            TerminationIntended intended = new TerminationIntended(
                    state.started().executionId() + "-T" + number,
                    target,
                    batch.stream().map(InstanceState::id).toList());
            decision.run(
                    new TerminateInstances(intended, Set.copyOf(state.jobBook().ids())));
        }
        if (started < due.size()) {
            decision.runAt(
                    load.map(TargetLoad::at).orElse(now).plus(timing.loadPoll()),
                    () -> PollFreshness.atLoad(state, target));
        }
    }

    private static boolean isDue(ExecutionState state, InstanceState instance, Decision decision) {
        boolean launched =
                state.job(instance.jobId()).map(JobState::isCompleted).orElse(true);
        if (!launched) {
            return false;
        }
        Duration pause = PAUSE_AFTER_ATTEMPT.multipliedBy(instance.attempts());
        return decision.isDue(Optional.of(instance.since().plus(pause)));
    }
}
