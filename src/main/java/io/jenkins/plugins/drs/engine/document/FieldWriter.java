package io.jenkins.plugins.drs.engine.document;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes the fields of one object as plain values; members keep the order in which they were written. */
final class FieldWriter implements Fields {
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Set<String> inner = new LinkedHashSet<>();

    Map<String, Object> members() {
        return members;
    }

    @Override
    public <T> T value(String name, FieldType<T> type, T it) {
        members.put(name, type.writing().apply(it));
        return it;
    }

    @Override
    public <T> T filled(String name, FieldType<T> type, T it) {
        boolean empty = it instanceof String text && text.isEmpty()
                || it instanceof Collection<?> list && list.isEmpty()
                || it instanceof Map<?, ?> map && map.isEmpty();
        return empty ? it : value(name, type, it);
    }

    @Override
    public <T> Optional<T> optional(String name, FieldType<T> type, Optional<T> it) {
        it.ifPresent(present -> value(name, type, present));
        return it;
    }

    @Override
    public List<String> oneOrMore(String nameOfOne, String name, List<String> it) {
        members.put(it.size() == 1 ? nameOfOne : name, it.size() == 1 ? it.get(0) : it);
        return it;
    }

    /** Whether the object is empty is known when its unknown fields are. */
    @Override
    public <T> T object(String name, ObjectFields<T> fields, T it) {
        inner.add(name);
        members.put(name, fields.write(it));
        return it;
    }

    @Override
    public <T> Map<String, T> objectsById(
            String name, ObjectFields<T> fields, String idName, Function<T, String> id, Map<String, T> it) {
        inner.add(name);
        filled(name, FieldType.objects(fields), List.copyOf(it.values()));
        return it;
    }

    @Override
    public void error(String name, String message, String remedy) {
        // concerns what is read
    }

    @Override
    public Map<String, Object> unknown(Map<String, Object> it, String... withoutEffect) {
        Map<String, Object> rest = new LinkedHashMap<>(it);
        for (String name : inner) {
            complete(name, rest.remove(name));
        }
        rest.forEach(members::putIfAbsent);
        return it;
    }

    @SuppressWarnings("unchecked") // an inner object is what this class wrote
    private void complete(String name, Object unknown) {
        if (members.get(name) instanceof Map<?, ?> object) {
            if (unknown instanceof Map<?, ?> further) {
                further.forEach(((Map<Object, Object>) object)::putIfAbsent);
            }
            if (object.isEmpty()) {
                members.remove(name);
            }
        }
    }
}
