package io.jenkins.plugins.drs.engine.execution.watch;

import io.jenkins.plugins.drs.engine.plan.WaveGraph;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.WaveState;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says which waves nothing waits for at the moment: all that comes after them waits for a wave, too, that has not come
 * as far. It says only how often to look.
 */
final class IdleWaves {
    private final Map<String, List<List<String>>> othersBefore = new HashMap<>();

    private IdleWaves(ExecutionState state) {
        WaveGraph graph = WaveGraph.of(state.plan().waves());
        List<String> names = state.waves().stream().map(WaveState::name).toList();
        for (String next : names) {
            List<String> before = graph.dependenciesOf(next);
            before.forEach(wave ->
                    othersBefore.computeIfAbsent(wave, key -> new ArrayList<>()).add(before));
        }
        for (String last : names) {
            othersBefore.computeIfAbsent(last, key -> List.of(names)); // cleanup waits for all waves
        }
    }

    static IdleWaves of(ExecutionState state) {
        return new IdleWaves(state);
    }

    /** Whether a wave can be looked at as seldom as a fixed loop does without anything being later for it. */
    boolean has(ExecutionState state, String wave) {
        WaveStatus reached = state.wave(wave).status();
        return othersBefore.getOrDefault(wave, List.of()).stream()
                .allMatch(others -> isOneBehind(state, others, reached));
    }

    private static boolean isOneBehind(ExecutionState state, Collection<String> others, WaveStatus reached) {
        return others.stream()
                .map(state::wave)
                .map(WaveState::status)
                .anyMatch(status -> status.compareTo(reached) < 0);
    }
}
