package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.event.LifecycleEvent;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs every step of preflight, then lets waves begin or ends the execution with all that was found. */
public final class PreflightDecider implements Decider {
    private static final String HOST_STEP = "host";

    private final Timing timing;
    private final QuotaLimits limits;
    private final OtherExecutions others;

    public PreflightDecider(Timing timing, QuotaLimits limits, OtherExecutions others) {
        this.timing = timing;
        this.limits = limits;
        this.others = others;
    }

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        if (state.phase() != Phase.PREFLIGHT || state.started().mode() == Mode.CLEANUP) {
            return;
        }
        if (state.cancelReason().isPresent()) {
            String reason =
                    "Cancelled during preflight: " + state.cancelReason().get();
            decision.emit(new ExecutionFinished(ExecutionStatus.CANCELLED, reason));
        } else if (toldByHost(state, decision)) {
            return;
        } else if (forbidsCalls(state)) {
            decision.emit(verdict(state));
        } else if (!runSteps(state, decision)) {
            PlanScope scope = new PlanScope(state.started().configuration(), state.plan());
            Optional<StepDone> doubled = SameEndpoint.differing(state).or(() -> PlaceNames.doubled(state, scope));
            decision.emit(doubled.isPresent() ? doubled.get() : verdict(state));
        }
    }

    /** Lets what the host found be the first part of preflight; false when that is done, or it found nothing. */
    private static boolean toldByHost(ExecutionState state, Decision decision) {
        List<Check> found = state.started().options().found().checks();
        if (found.isEmpty() || state.isStepDone(HOST_STEP)) {
            return false;
        }
        decision.emit(new StepDone(HOST_STEP, found, List.of()));
        return true;
    }

    private static boolean forbidsCalls(ExecutionState state) {
        return state.started().options().found().forbidsCalls() && state.failedChecks() > 0;
    }

    /** Asks for the steps that are missing; false when there are none. */
    private boolean runSteps(ExecutionState state, Decision decision) {
        PlanScope scope = new PlanScope(state.started().configuration(), state.plan());
        PreflightSteps steps = new PreflightSteps(scope, rules(state), new ServerClaims(state, others), others);
        boolean missing = request(
                state, decision, steps.identities(state.started().origin().simulated()));
        for (Target target : scope.targets()) {
            if (state.accountOf(target).isPresent()) {
                missing |= request(state, decision, steps.within(target));
            }
        }
        return missing;
    }

    /** A real recovery must not fail because a rehearsal left something. */
    private ServerRules rules(ExecutionState state) {
        RunOptions options = state.started().options();
        boolean replace = options.replaceLeftovers() || state.started().mode() == Mode.RECOVERY;
        return new ServerRules(
                options.anyReplicationState(), replace, state.plan().rpo(), limits);
    }

    private boolean request(ExecutionState state, Decision decision, List<PreflightStep> steps) {
        Instant began = state.deadline(state.startedAt(), Duration.ZERO);
        boolean missing = false;
        for (PreflightStep step : steps) {
            if (!state.isStepDone(step.key())) {
                ask(state, decision, step.since(began, timing));
                missing = true;
            }
        }
        return missing;
    }

    /** Servers that another execution has are asked for again and again. */
    private void ask(ExecutionState state, Decision decision, PreflightStep step) {
        if (step instanceof SelectServers && ServerClaims.isWaiting(state, step.target())) {
            decision.poll(timing.loadPoll(), step);
        } else {
            decision.run(step);
        }
    }

    private static LifecycleEvent verdict(ExecutionState state) {
        long failed = state.failedChecks();
        if (failed > 0) {
            String problems = failed == 1 ? "1 problem" : failed + " problems";
            return new ExecutionFinished(
                    ExecutionStatus.FAILED, "Preflight found " + problems + "; nothing was changed.");
        }
        return state.started().mode() == Mode.CHECK
                ? new ExecutionFinished(ExecutionStatus.COMPLETED, "")
                : new WavesBegun();
    }

    /**
     * Sees to it that servers of one account and Region are reached under one name. Under two, with the account and
     * without, a server could be launched by two waves, and limits would be counted twice.
     */
    private static final class PlaceNames {
        private static final String STEP = "places";

        private PlaceNames() {}

        /** What is to be said of places with two names, once their accounts are known; empty when there are none. */
        static Optional<StepDone> doubled(ExecutionState state, PlanScope scope) {
            if (state.isStepDone(STEP)) {
                return Optional.empty();
            }
            Map<String, Target> names = new HashMap<>();
            List<Check> checks = new ArrayList<>();
            for (Target target : scope.targets()) {
                Optional<String> account = state.accountOf(target);
                if (account.isPresent() && !scope.membersIn(target).isEmpty()) {
                    Target other = names.putIfAbsent(account.get() + "/" + target.region(), target);
                    if (other != null) {
                        checks.add(failed(other, target, account.get()));
                    }
                }
            }
            return checks.isEmpty() ? Optional.empty() : Optional.of(new StepDone(STEP, checks, List.of()));
        }

        private static Check failed(Target one, Target other, String account) {
            return Check.failed(
                    "One name per place",
                    other.toString(),
                    "Groups name it as " + one + " and as " + other + ", and both are account " + account + " in "
                            + other.region() + ".",
                    "Give accountId in all protection groups of this account, or in none.");
        }
    }
}
