package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.ExecutionStatus;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.Mode;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.preflight.PlanScope;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import java.time.Instant;
import java.util.stream.Collectors;

/** Searches the plan's targets for what earlier drills left behind, then lets cleanup begin. */
public final class LeftoverDecider implements Decider {
    private final Timing timing;

    private final OtherExecutions others;

    public LeftoverDecider(Timing timing, OtherExecutions others) {
        this.timing = timing;
        this.others = others;
    }

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        if (state.phase() != Phase.PREFLIGHT || state.started().mode() != Mode.CLEANUP) {
            return;
        }
        if (state.cancelReason().isPresent()) {
            decision.emit(new ExecutionFinished(
                    ExecutionStatus.CANCELLED, state.cancelReason().get()));
            return;
        }
        PlanScope scope = new PlanScope(state.started().configuration(), state.plan());
        boolean searched = true;
        for (Target target :
                scope.members().stream().map(member -> member.group().target()).collect(Collectors.toSet())) {
            if (!state.isStepDone(SearchLeftovers.keyFor(target))) {
                decision.poll(timing.instancePoll(), new SearchLeftovers(state, target, others));
                searched = false;
            }
        }
        if (searched && state.failedChecks() == state.checks().size() && state.failedChecks() > 0) {
            decision.emit(new ExecutionFinished(ExecutionStatus.FAILED, "No target could be searched."));
        } else if (searched) {
            decision.emit(new CleanupBegun("Every target was searched."));
        }
    }
}
