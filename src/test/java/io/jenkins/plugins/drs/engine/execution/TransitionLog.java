package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.InstanceState;
import io.jenkins.plugins.drs.engine.state.Lifecycles.Transitions;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.state.WaveState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which changes of status were seen, event by event. */
final class TransitionLog {
    private final Set<Change> seen = new HashSet<>();

    private record Change(Enum<?> from, Enum<?> to) {}

    /** Follows one execution. */
    final class Follower {
        private final Map<String, Enum<?>> last = new HashMap<>(Map.of("phase", Phase.NEW));

        void note(ExecutionState state) {
            note("phase", state.phase());
            for (WaveState wave : state.waves()) {
                note("wave " + wave.name(), wave.status());
            }
            for (ServerState server : state.servers()) {
                note("server " + server.id(), server.stage());
            }
            for (InstanceState instance : state.instances()) {
                note("instance " + instance.id(), instance.stage());
            }
        }

        private void note(String what, Enum<?> now) {
            Enum<?> before = last.put(what, now);
            if (before != null && before != now) {
                seen.add(new Change(before, now));
            }
        }
    }

    /** Runs a scenario to its end and notes every change. */
    void follow(Drill drill) {
        Follower follower = new Follower();
        follower.note(drill.state());
        try (drill) {
            drill.when(event -> true, execution -> follower.note(execution.state()))
                    .run();
        }
    }

    /** Entries of a table that were not seen. */
    <S extends Enum<S>> List<String> missing(Transitions<S> table) {
        List<String> missing = new ArrayList<>();
        table.table().forEach((from, to) -> to.stream()
                .filter(next -> !seen.contains(new Change(from, next)))
                .forEach(next -> missing.add(from + " -> " + next)));
        return missing;
    }
}
