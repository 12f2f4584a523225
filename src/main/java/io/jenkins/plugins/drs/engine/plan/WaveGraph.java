package io.jenkins.plugins.drs.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        for (int index = 0; index < waves.size(); index++) {
            dependencies.put(waves.get(index).waveName(), List.copyOf(dependenciesOf(waves, index)));
        }
        return new WaveGraph(dependencies);
    }

    private static List<String> dependenciesOf(List<Wave> waves, int index) {
        Optional<List<String>> named = waves.get(index).dependsOn();
        if (named.isEmpty()) {
            return index == 0 ? List.of() : List.of(waves.get(index - 1).waveName());
        }
        List<String> found = new ArrayList<>();
        for (Wave wave : waves) {
            if (named.get().stream().anyMatch(wave.waveName()::equalsIgnoreCase)) {
                found.add(wave.waveName());
            }
        }
        return found;
    }

    /** Names of the waves that must be done before {@code waveName}; empty when it may start at once. */
    public List<String> dependenciesOf(String waveName) {
        return dependencies.getOrDefault(waveName, List.of());
    }

    /**
     * A cycle as the names along it, the first repeated at the end ({@code [A, B, A]}); empty when there is none.
     */
    public List<String> cycle() {
        Map<String, Boolean> finished = new LinkedHashMap<>();
        for (String wave : dependencies.keySet()) {
            List<String> cycle = cycleFrom(wave, finished, new ArrayList<>());
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        return List.of();
    }

    private List<String> cycleFrom(String wave, Map<String, Boolean> finished, List<String> path) {
        int seenAt = path.indexOf(wave);
        if (seenAt >= 0) {
            List<String> cycle = new ArrayList<>(path.subList(seenAt, path.size()));
            cycle.add(wave);
            return cycle;
        }
        if (finished.containsKey(wave)) {
            return List.of();
        }
        path.add(wave);
        for (String dependency : dependenciesOf(wave)) {
            List<String> cycle = cycleFrom(dependency, finished, path);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        path.remove(path.size() - 1);
        finished.put(wave, true);
        return List.of();
    }
}
