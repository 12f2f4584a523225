package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.preflight.IdentifyTarget;
import io.jenkins.plugins.drs.engine.execution.preflight.PlanScope;
import io.jenkins.plugins.drs.engine.execution.preflight.SameEndpoint;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Set<Target> targets =
                scope.members().stream().map(member -> member.group().target()).collect(Collectors.toSet());
        if (!isIdentified(state, decision, targets)) {
            return;
        }
        Optional<StepDone> differing = SameEndpoint.differing(state);
        if (differing.isPresent()) {
            decision.emit(differing.get());
        } else if (!SameEndpoint.isSaid(state) && !isSearched(state, decision, targets)) {
            return;
        } else if (SameEndpoint.isSaid(state) || state.failedChecks() >= targets.size()) {
            decision.emit(new ExecutionFinished(ExecutionStatus.FAILED, "No target could be searched."));
        } else {
            decision.emit(new CleanupBegun("Every target was searched."));
        }
    }

    /** Asks where each target is, before anything else is called there; false while that is not known. */
    private boolean isIdentified(ExecutionState state, Decision decision, Set<Target> targets) {
        List<Target> unknown = targets.stream()
                .filter(target -> !state.isStepDone(IdentifyTarget.keyFor(target)))
                .toList();
        unknown.forEach(target -> decision.run(IdentifyTarget.of(state, target, timing)));
        return unknown.isEmpty();
    }

    private boolean isSearched(ExecutionState state, Decision decision, Set<Target> targets) {
        List<Target> unseen = targets.stream()
                .filter(target -> state.accountOf(target).isPresent())
                .filter(target -> !state.isStepDone(SearchLeftovers.keyFor(target)))
                .toList();
        unseen.forEach(target -> decision.poll(timing.instancePoll(), new SearchLeftovers(state, target, others)));
        return unseen.isEmpty();
    }
}
