package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes items out of what wraps them: the answer of a scan or query ({@code Items}), of a read ({@code Item}), the lines
 * of an export to S3, or a plain list; with or without DynamoDB's types.
 */
final class SourceItems {
    private final List<SourceObject> items = new ArrayList<>();
    private final Notes notes;

    private SourceItems(Notes notes) {
        this.notes = notes;
    }

    /** The objects of the document; a document that is one object and wraps nothing is the only one. */
    static List<SourceObject> of(Object document, Notes notes) {
        SourceItems items = new SourceItems(notes);
        items.unwrap(document, JsonPointer.ROOT);
        return items.items;
    }

    private void unwrap(Object value, JsonPointer at) {
        if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                unwrap(list.get(index), at.child(index));
            }
        } else if (value instanceof Map<?, ?> map && map.get("Items") instanceof List<?> list) {
            scan(map, at);
            unwrap(list, at.child("Items"));
        } else if (value instanceof Map<?, ?> map && map.get("Item") instanceof Map<?, ?> item) {
            unwrap(item, at.child("Item"));
        } else if (value instanceof Map<?, ?> map) {
            items.add(new SourceObject(DynamoJson.isItem(map) ? DynamoJson.plain(map) : map, at, notes));
        } else if (value != null) {
            notes.lost(at, "Expected an object, but got '" + value + "'");
        }
    }

    private void scan(Map<?, ?> answer, JsonPointer at) {
        SourceObject scan = new SourceObject(answer, at, notes);
        scan.ignore("Items", "Count", "ScannedCount", "ConsumedCapacity");
        if (scan.has("LastEvaluatedKey") || scan.has("NextToken")) {
            notes.lost(
                    at, "The scan was cut off: the table holds more items than this document. Scan all of its pages");
            scan.ignore("LastEvaluatedKey", "NextToken");
        }
        scan.tellRest();
    }

    /**
     * DynamoDB's typed JSON: every value is an object of one member whose name is its type, such as {@code {"S": "text"}}.
     *
     * <p>Source of the types: the service's API reference, {@code AttributeValue}.
     */
    private static final class DynamoJson {
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
}
