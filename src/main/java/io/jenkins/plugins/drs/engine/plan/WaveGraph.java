package io.jenkins.plugins.drs.engine.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which waves of a plan wait for which. A wave without {@code dependsOn} waits for the wave before it.
 *
 * <p>Names are matched without regard to case and given back as the plan writes them.
 */
public final class WaveGraph {
    private final Map<String, List<String>> dependencies;

    private WaveGraph(Map<String, List<String>> dependencies) {
        this.dependencies = dependencies;
    }

    /** The graph of a plan; references to waves that the plan does not have are left out. */
    public static WaveGraph of(List<Wave> waves) {
        Map<String, List<String>> dependencies = new LinkedHashMap<>();
        WaveNames names = WaveNames.of(waves);
        for (int index = 0; index < waves.size(); index++) {
            dependencies.put(waves.get(index).waveName(), dependenciesOf(waves, names, index));
        }
        return new WaveGraph(dependencies);
    }

    private static List<String> dependenciesOf(List<Wave> waves, WaveNames names, int index) {
        Optional<List<String>> named = waves.get(index).dependsOn();
        if (named.isEmpty()) {
            return index == 0 ? List.of() : List.of(waves.get(index - 1).waveName());
        }
        Set<Integer> found = new LinkedHashSet<>();
        named.get().stream()
                .filter(names::contains)
                .map(names::indexOf)
                .sorted()
                .forEach(found::add);
        return found.stream().map(place -> waves.get(place).waveName()).toList();
    }

    /** Names of the waves that must be done before {@code waveName}; empty when it may start at once. */
    public List<String> dependenciesOf(String waveName) {
        return dependencies.getOrDefault(waveName, List.of());
    }

    /**
     * A cycle as the names along it, the first repeated at the end ({@code [A, B, A]}); empty when there is none.
     */
    public List<String> cycle() {
        Set<String> finished = new HashSet<>();
        for (String wave : dependencies.keySet()) {
            List<String> cycle = new Walk(finished).from(wave);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        return List.of();
    }

    /** One walk along dependencies, depth first; keeps its own stack, since a plan may be a very long chain. */
    private final class Walk {
        private final Set<String> finished;
        private final List<String> path = new ArrayList<>();
        private final Map<String, Integer> placeInPath = new HashMap<>();
        private final Deque<Iterator<String>> open = new ArrayDeque<>();

        Walk(Set<String> finished) {
            this.finished = finished;
        }

        List<String> from(String start) {
            enter(start);
            while (!open.isEmpty()) {
                if (!open.peek().hasNext()) {
                    leave();
                    continue;
                }
                String next = open.peek().next();
                Integer seenAt = placeInPath.get(next);
                if (seenAt != null) {
                    List<String> cycle = new ArrayList<>(path.subList(seenAt, path.size()));
                    cycle.add(next);
                    return cycle;
                }
                enter(next);
            }
            return List.of();
        }

        private void enter(String wave) {
            if (finished.contains(wave)) {
                return;
            }
            placeInPath.put(wave, path.size());
            path.add(wave);
            open.push(dependenciesOf(wave).iterator());
        }

        private void leave() {
            open.pop();
            String done = path.remove(path.size() - 1);
            placeInPath.remove(done);
            finished.add(done);
        }
    }
}
