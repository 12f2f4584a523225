package io.jenkins.plugins.drs.engine.state;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Things that stand in line under keys. A key under which nothing stands has an empty line. */
final class Lines<K, V> {
    private final Map<K, Line<V>> byKey = new HashMap<>();

    void put(K key, long number, V value) {
        byKey.computeIfAbsent(key, any -> new Line<>()).put(number, value);
    }

    void remove(K key, long number) {
        byKey.computeIfPresent(key, (any, line) -> {
            line.remove(number);
            return line.isEmpty() ? null : line;
        });
    }

    Line<V> of(K key) {
        Line<V> line = byKey.get(key);
        return line == null ? new Line<>() : line;
    }

    /** Lines that are not empty, in no order. */
    Collection<Line<V>> all() {
        return byKey.values();
    }

    /** Lines that are not empty, those first whose first has the lowest number. */
    Map<K, Line<V>> inOrder() {
        Map<K, Line<V>> sorted = new LinkedHashMap<>();
        byKey.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().firstNumber()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
