package io.jenkins.plugins.drs.engine.document.diff;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.SecretGuess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The fields of one item by their paths. Elements that have a name are found by it, wherever they stand in their list;
 * lists whose order means nothing are sorted.
 */
final class FieldPaths {
    private static final Map<String, String> NAME_OF_ELEMENTS = Map.of(
            "waves", "waveName",
            "preWaveActions", "name",
            "postWaveActions", "name",
            "servers", "sourceServerId");

    /** Lists of named elements whose order means nothing. */
    private static final Set<String> UNORDERED = Set.of("servers");

    private static final Set<String> SETS = Set.of("sourceServerIds", "securityGroupIds", "dependsOn");

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();

    /** A value that is not taken apart further. */
    record Field(String path, Object value) {}

    /** The names of a list's elements as they stand. */
    record Order(String path, List<String> names) {
        List<String> keys() {
            return names.stream().map(FieldPaths::key).toList();
        }
    }

    /** @param item as plain maps; an empty one stands for an item that is not there */
    static FieldPaths of(Object item) {
        FieldPaths paths = new FieldPaths();
        if (!Map.of().equals(item)) {
            paths.walk(JsonPointer.ROOT, "", item);
        }
        return paths;
    }

    /** By path in lower case, since names are the same whatever their case. */
    Map<String, Field> fields() {
        return fields;
    }

    Map<String, Order> orders() {
        return orders;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void walk(JsonPointer at, String name, Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((member, inner) -> member(at, String.valueOf(member), inner));
        } else if (value instanceof List<?> list && isNamed(name, list)) {
            elements(at, name, list);
        } else if (value instanceof List<?> list && SETS.contains(name)) {
            put(at, name, list.stream().map(String::valueOf).sorted().toList());
        } else if (value instanceof List<?> list && list.stream().anyMatch(FieldPaths::isComposed)) {
            for (int index = 0; index < list.size(); index++) {
                walk(at.child(index), name, list.get(index));
            }
        } else {
            put(at, name, value == null || value instanceof Map ? String.valueOf(value) : value);
        }
    }

    /** One group and a list of one group are the same thing. */
    private void member(JsonPointer at, String name, Object value) {
        if (name.equals("protectionGroupName") && value instanceof String group) {
            member(at, "protectionGroupNames", List.of(group));
        } else {
            walk(at.child(name), name, value);
        }
    }

    private static boolean isComposed(Object value) {
        return value instanceof Map || value instanceof List;
    }

    private static boolean isNamed(String name, List<?> list) {
        String nameField = NAME_OF_ELEMENTS.get(name);
        return nameField != null
                && !list.isEmpty()
                && list.stream()
                        .allMatch(element -> element instanceof Map<?, ?> map && map.get(nameField) instanceof String);
    }

    private void elements(JsonPointer at, String name, List<?> list) {
        List<String> names = new ArrayList<>();
        for (Object element : list) {
            String elementName = String.valueOf(((Map<?, ?>) element).get(NAME_OF_ELEMENTS.get(name)));
            names.add(elementName);
            walk(at.child(elementName), elementName, element);
        }
        if (!UNORDERED.contains(name)) {
            orders.put(key(at.text()), new Order(path(at), names));
        }
    }

    private void put(JsonPointer at, String name, Object value) {
        boolean secret = value instanceof List<?> list
                ? list.stream().anyMatch(element -> isSecret(name, element))
                : isSecret(name, value);
        String key = key(at.text());
        while (fields.containsKey(key)) {
            key += "/again"; // two elements of one name: not valid, but to be told all the same
        }
        fields.put(key, new Field(path(at), secret ? new Hidden(value) : value));
    }

    private static boolean isSecret(String name, Object value) {
        return value instanceof String text && SecretGuess.looksSecret(name, text);
    }

    /** Without the slash at its beginning, which pointers have and paths do not. */
    private static String path(JsonPointer at) {
        return at.text().isEmpty() ? "" : at.text().substring(1);
    }

    /** A value that may be compared but not shown. */
    private record Hidden(Object value) {
        @Override
        public String toString() {
            return FieldChange.HIDDEN;
        }
    }

    /** What may be shown of a field's value; null when there is no field. */
    static Object shown(Field field) {
        if (field == null) {
            return null;
        }
        return field.value() instanceof Hidden ? FieldChange.HIDDEN : field.value();
    }

    static boolean same(Field one, Field other) {
        return one != null && other != null && Objects.equals(one.value(), other.value());
    }
}
