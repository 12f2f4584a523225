package io.jenkins.plugins.drs.engine.document;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Unknown fields of an object that has known objects within it: the inner object's unknown fields are kept under its
 * name among the outer one's.
 */
final class Unknown {
    private Unknown() {}

    static void putInner(Map<String, Object> outer, String name, Map<String, Object> inner) {
        if (!inner.isEmpty()) {
            outer.put(name, inner);
        }
    }

    /** The unknown fields of the object called {@code name}; empty when there are none. */
    static Map<String, Object> inner(Map<String, Object> outer, String name) {
        Map<String, Object> inner = new LinkedHashMap<>();
        if (outer.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> inner.put(String.valueOf(key), value));
        }
        return inner;
    }
}
