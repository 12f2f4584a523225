package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sees to it that servers of one account and Region are reached under one name. Under two, with the account and
 * without, a server could be launched by two waves, and limits would be counted twice.
 */
final class PlaceNames {
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
