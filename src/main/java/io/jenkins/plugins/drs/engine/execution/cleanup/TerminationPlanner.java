package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.quota.InFlight;
import io.jenkins.plugins.drs.engine.quota.LaunchBudget;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.InstanceStage;
import io.jenkins.plugins.drs.engine.state.InstanceState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.TerminationState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Terminates instances whose launch job has ended: before that, DRS refuses to take them down. */
public final class TerminationPlanner {
    private static final Duration PAUSE_AFTER_ATTEMPT = Duration.ofSeconds(30);

    private final LaunchBudget budget;

    public TerminationPlanner(LaunchBudget budget) {
        this.budget = budget;
    }

    void plan(ExecutionState state, Instant now, Decision decision, Target target) {
        List<InstanceState> due = new ArrayList<>();
        for (InstanceState instance : state.instances()) {
            if (instance.target().equals(target) && isDue(state, instance, decision)) {
                due.add(instance);
            }
        }
        int number = state.terminations().size() + (int) decision.count(TerminateInstances.class);
        for (List<InstanceState> batch : budget.nextJobs(due, inFlight(state, decision, target))) {
            number++;
            decision.run(new TerminateInstances(new TerminationIntended(
                    state.started().executionId() + "-T" + number,
                    target,
                    batch.stream().map(InstanceState::id).toList())));
        }
    }

    private static boolean isDue(ExecutionState state, InstanceState instance, Decision decision) {
        boolean launched =
                state.job(instance.jobId()).map(JobState::isCompleted).orElse(true);
        if (instance.stage() != InstanceStage.UP || !launched) {
            return false;
        }
        Duration pause = PAUSE_AFTER_ATTEMPT.multipliedBy(instance.attempts());
        return decision.isDue(Optional.of(instance.since().plus(pause)));
    }

    /** What this execution runs here itself; a call that is under way counts, because it is about to. */
    private static InFlight inFlight(ExecutionState state, Decision decision, Target target) {
        InFlight sum = new InFlight(0, 0);
        for (JobState job : state.jobs()) {
            if (job.target().equals(target) && !job.isCompleted()) {
                sum = sum.plus(new InFlight(1, job.members().size()));
            }
        }
        for (TerminationState termination : state.terminations()) {
            TerminationIntended intended = termination.intended();
            boolean here = intended.target().equals(target);
            if (here && decision.isUnderWay(new TerminateInstances(intended).key())) {
                sum = sum.plus(new InFlight(1, intended.recoveryInstanceIds().size()));
            }
        }
        return sum;
    }
}
