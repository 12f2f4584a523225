package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.core.Visibility;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.InstanceStage;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.TerminationState;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Instant;

/**
 * Terminates every instance that the execution answers for, waits for jobs that may still launch something, and ends
 * the execution once nothing is open. When its time is over it names what is left.
 */
public final class CleanupDecider implements Decider {
    private final TerminationPlanner planner;
    private final Timing timing;

    public CleanupDecider(TerminationPlanner planner, Timing timing) {
        this.planner = planner;
        this.timing = timing;
    }

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        if (state.phase() != Phase.CLEANUP) {
            return;
        }
        OpenWork openness = new OpenWork(state);
        if (openness.isNothingOpen()) {
            decision.emit(Verdict.of(state));
            return;
        }
        Instant limit = state.cleanupBegan().plus(state.started().options().cleanupLimit());
        if (state.isStopRequested()) {
            openness.leaveAll(decision, "The execution was stopped before the cleanup had ended.");
        } else if (Visibility.lostForGood(state, now).isPresent()) {
            openness.leaveAll(decision, Visibility.lostForGood(state, now).get());
        } else if (!now.isBefore(limit) && openness.isSeenSince(limit, now)) {
            String late = "The cleanup did not end in time.";
            openness.leaveAll(
                    decision, openness.lost().map(why -> late + " " + why).orElse(late));
        } else if (openness.isKeeping() && !openness.mayStillLaunch()) {
            openness.keepInstances(decision);
        } else if (!openness.isKeeping()) {
            if (now.isBefore(limit)) {
                decision.wakeAt(limit);
            }
            Visibility.lostForGoodAt(state).ifPresent(decision::wakeAt);
            openness.targets().forEach(target -> takeDown(state, now, decision, target, openness));
        }
    }

    /** A look would find the instances there, whatever comes of the call. */
    private static boolean isTerminationUnderWay(ExecutionState state, Decision decision, Target target) {
        return state.terminations().stream()
                .map(TerminationState::intended)
                .anyMatch(intended ->
                        intended.target().equals(target) && decision.isUnderWay(TerminateInstances.keyFor(intended)));
    }

    private void takeDown(ExecutionState state, Instant now, Decision decision, Target target, OpenWork openness) {
        planner.plan(state, now, decision, target, state.instanceBook().in(target, InstanceStage.UP));
        if (openness.isLookDue(target) && !isTerminationUnderWay(state, decision, target)) {
            decision.poll(
                    timing.instancePoll(), ObserveRemains.keyFor(target), () -> new ObserveRemains(state, target));
        }
    }

    /** How an execution ended, all told. */
    private static final class Verdict {
        private Verdict() {}

        static ExecutionFinished of(ExecutionState state) {
            if (!state.jobBook().contention().unknownJobs().isEmpty() && state.isStopRequested()) {
                return new ExecutionFinished(
                        ExecutionStatus.FAILED, state.cancelReason().orElse(""));
            }
            if (state.cancelReason().isPresent()) {
                return new ExecutionFinished(
                        ExecutionStatus.CANCELLED, state.cancelReason().get());
            }
            if (state.started().mode() == Mode.CLEANUP) {
                return cleanup(state);
            }
            boolean everyWave = state.waves().stream().allMatch(wave -> wave.status() == WaveStatus.COMPLETED);
            if (everyWave && !state.isAnythingLeftUnasked()) {
                return new ExecutionFinished(ExecutionStatus.COMPLETED, "");
            }
            if (everyWave) {
                return new ExecutionFinished(
                        ExecutionStatus.PARTIAL,
                        "Every server was recovered, but not all instances could be terminated.");
            }
            return new ExecutionFinished(
                    isAnythingGood(state) ? ExecutionStatus.PARTIAL : ExecutionStatus.FAILED, servers(state));
        }

        private static ExecutionFinished cleanup(ExecutionState state) {
            boolean clean = !state.isAnythingLeftUnasked() && state.failedChecks() == 0;
            return clean
                    ? new ExecutionFinished(ExecutionStatus.COMPLETED, "")
                    : new ExecutionFinished(
                            ExecutionStatus.PARTIAL, "Not everything could be searched and terminated.");
        }

        private static boolean isAnythingGood(ExecutionState state) {
            return state.servers().stream().anyMatch(server -> server.stage() == ServerStage.VALIDATED)
                    || state.waves().stream().anyMatch(wave -> wave.status() == WaveStatus.COMPLETED);
        }

        private static String servers(ExecutionState state) {
            long validated = state.servers().stream()
                    .filter(server -> server.stage() == ServerStage.VALIDATED)
                    .count();
            long all = state.servers().size();
            return validated + " of " + Shown.count(all, "server") + (validated == 1 ? " was" : " were")
                    + " recovered.";
        }
    }
}
