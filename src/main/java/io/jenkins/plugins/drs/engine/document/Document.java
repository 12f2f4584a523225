package io.jenkins.plugins.drs.engine.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object of a document that is to be written; members keep the order in which they were put. */
final class Document {
    private final Map<String, Object> members = new LinkedHashMap<>();

    Document put(String name, Object value) {
        members.put(name, value);
        return this;
    }

    Document putPresent(String name, Optional<?> value) {
        value.ifPresent(present -> members.put(name, present));
        return this;
    }

    /** Puts a text, list or object unless it is empty. */
    Document putFilled(String name, Object value) {
        boolean empty = value instanceof String text && text.isEmpty()
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof Document document && document.members.isEmpty();
        return empty ? this : put(name, value);
    }

    /** Puts unknown fields at the end, except those of inner objects, which belong there, and known names. */
    Document putUnknown(Map<String, Object> unknown, String... innerNames) {
        Map<String, Object> rest = new LinkedHashMap<>(unknown);
        for (String inner : innerNames) {
            rest.remove(inner);
        }
        rest.forEach(members::putIfAbsent);
        return this;
    }

    Map<String, Object> members() {
        return members;
    }

    /** The members with all objects and lists within them as maps and lists. */
    Map<String, Object> tree() {
        return map(members);
    }

    private static Map<String, Object> map(Map<?, ?> members) {
        Map<String, Object> map = new LinkedHashMap<>();
        members.forEach((name, value) -> map.put(String.valueOf(name), plain(value)));
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof Document document) {
            return document.tree();
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(plain(element)));
            return elements;
        }
        return value;
    }
}
