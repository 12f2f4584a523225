package io.jenkins.plugins.drs.engine.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What an event cannot be without: one that could not be read again is never made, and so never written. */
final class Needed {
    private Needed() {}

    /** @throws IllegalArgumentException when there is no value */
    static void value(Object value, String field) {
        if (value == null) {
            throw missing(field);
        }
    }

    /** @throws IllegalArgumentException when there is no text, or it is blank */
    static void text(String text, String field) {
        if (text == null || text.isBlank()) {
            throw missing(field);
        }
    }

    /**
     * A copy that cannot be changed.
     *
     * @throws IllegalArgumentException when there is no list, or it holds null
     */
    static <T> List<T> copy(List<T> list, String field) {
        value(list, field);
        if (list.stream().anyMatch(Objects::isNull)) {
            throw missing(field + "[]");
        }
        return List.copyOf(list);
    }

    /**
     * A copy in the same order that cannot be changed.
     *
     * @throws IllegalArgumentException when there is no map, or it holds null
     */
    static <K, V> Map<K, V> copy(Map<K, V> map, String field) {
        value(map, field);
        map.forEach((key, value) -> {
            value(key, field + "{}");
            value(value, field + "." + key);
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Empty where journals of earlier versions have none. */
    static <T> Optional<T> optional(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    private static IllegalArgumentException missing(String field) {
        return new IllegalArgumentException("Expected a value for '" + field + "', but there is none");
    }
}
