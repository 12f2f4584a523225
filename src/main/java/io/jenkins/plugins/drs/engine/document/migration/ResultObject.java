package io.jenkins.plugins.drs.engine.document.migration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object of the result in the making. */
final class ResultObject {
    private final Map<String, Object> members = new LinkedHashMap<>();

    ResultObject put(String name, Optional<?> value) {
        value.ifPresent(present -> members.put(name, present));
        return this;
    }

    /** Puts a list or map unless it is empty. */
    ResultObject putFilled(String name, Object value) {
        boolean empty = value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (!empty) {
            members.put(name, value);
        }
        return this;
    }

    ResultObject putAll(Map<String, Object> others) {
        others.forEach(members::putIfAbsent);
        return this;
    }

    Map<String, Object> members() {
        return members;
    }
}
