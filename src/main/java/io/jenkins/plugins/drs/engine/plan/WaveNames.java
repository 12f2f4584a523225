package io.jenkins.plugins.drs.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the waves of one plan stand, by name without regard to case; the first counts where a name is used twice. */
final class WaveNames {
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<String> written;

    private WaveNames(List<String> written) {
        this.written = written;
        for (int index = 0; index < written.size(); index++) {
            indexes.putIfAbsent(Texts.key(written.get(index)), index);
        }
    }

    static WaveNames of(List<Wave> waves) {
        return new WaveNames(waves.stream().map(Wave::waveName).toList());
    }

    boolean contains(String name) {
        return indexes.containsKey(Texts.key(name));
    }

    /** The wave's place in the plan, or 0 for a name that the plan does not have. */
    int indexOf(String name) {
        return indexes.getOrDefault(Texts.key(name), 0);
    }

    /** Whether no name is used twice. */
    boolean areUnique() {
        return indexes.size() == written.size();
    }

    Optional<String> nearest(String name) {
        return Suggestion.nearest(name, written);
    }
}
