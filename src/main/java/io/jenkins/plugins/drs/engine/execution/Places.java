package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Account and Region behind each target, under which executions share what they know. Safe for threads that make calls. */
final class Places {
    private final ExecutionState state;
    private final Map<Target, String> known = new ConcurrentHashMap<>();

    Places(ExecutionState state) {
        this.state = state;
    }

    /** Looks it up in the state; for the thread that advances. */
    Optional<String> lookUp(Target target) {
        if (!known.containsKey(target)) {
            state.accountOf(target).ifPresent(account -> known.put(target, account + "/" + target.region()));
        }
        return of(target);
    }

    /** Empty before it was looked up, and before preflight has found out whose account it is. */
    Optional<String> of(Target target) {
        return Optional.ofNullable(known.get(target));
    }
}
