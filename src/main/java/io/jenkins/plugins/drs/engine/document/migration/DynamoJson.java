package io.jenkins.plugins.drs.engine.document.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * DynamoDB's typed JSON: every value is an object of one member whose name is its type, such as {@code {"S": "text"}}.
 *
 * <p>Source of the types: the service's API reference, {@code AttributeValue}.
 */
final class DynamoJson {
    private static final Set<String> TYPES = Set.of("S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS");

    private DynamoJson() {}

    /** Whether every member of the item is a typed value. */
    static boolean isItem(Map<?, ?> item) {
        return !item.isEmpty() && item.values().stream().allMatch(DynamoJson::isTyped);
    }

    private static boolean isTyped(Object value) {
        return value instanceof Map<?, ?> map
                && map.size() == 1
                && TYPES.contains(String.valueOf(map.keySet().iterator().next()));
    }

    /** The item with plain values. */
    static Map<String, Object> plain(Map<?, ?> item) {
        Map<String, Object> plain = new LinkedHashMap<>();
        item.forEach((name, value) -> plain.put(String.valueOf(name), value(value)));
        return plain;
    }

    private static Object value(Object typed) {
        if (!isTyped(typed)) {
            return typed;
        }
        Map.Entry<?, ?> entry = ((Map<?, ?>) typed).entrySet().iterator().next();
        Object value = entry.getValue();
        return switch (String.valueOf(entry.getKey())) {
            case "M" -> value instanceof Map<?, ?> map ? plain(map) : value;
            case "L" -> value instanceof List<?> list ? list(list) : value;
            case "NULL" -> null;
            case "BOOL" -> Boolean.valueOf(String.valueOf(value));
            default -> value;
        };
    }

    private static List<Object> list(List<?> typed) {
        List<Object> plain = new ArrayList<>();
        typed.forEach(element -> plain.add(value(element)));
        return plain;
    }
}
