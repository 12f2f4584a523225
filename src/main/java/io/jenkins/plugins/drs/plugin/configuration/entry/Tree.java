package io.jenkins.plugins.drs.plugin.configuration.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An object of a document as plain values. What nobody asked for by name is left over, so that it can be kept. */
final class Tree {
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Object> members;
    private final Set<String> asked = new TreeSet<>();

    Tree() {
        this(new LinkedHashMap<>());
    }

    private Tree(Map<String, Object> members) {
        this.members = members;
    }

    /** @throws IllegalArgumentException when the text is not a JSON object */
    static Tree parse(String json) {
        try {
            LinkedHashMap<String, Object> members = JSON.readValue(json, OBJECT);
            if (members != null) {
                return new Tree(members);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Expected a JSON object, but: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("Expected a JSON object, but got null");
    }

    String json() {
        try {
            return JSON.writeValueAsString(plain(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected plain values, but some cannot be written", e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Tree tree) {
            return plain(tree.members);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((name, member) -> plain.put(String.valueOf(name), plain(member)));
            return plain;
        }
        return value instanceof List<?> list ? list.stream().map(Tree::plain).collect(Collectors.toList()) : value;
    }

    /** Puts a value; null is left out. */
    Tree put(String name, Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /**
     * Puts a value under a name that was free.
     *
     * @throws IllegalArgumentException when it was not: of two values, one would be lost
     */
    void putOnce(String name, Object value) {
        if (members.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException("Expected each name once, but '" + name + "' is there twice");
        }
    }

    /** Puts a list, or an object, that is not empty. */
    Tree putFilled(String name, Object value) {
        boolean empty = value == null
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Tree tree && tree.members.isEmpty();
        return empty ? this : put(name, value);
    }

    Tree putEntry(String name, Entry entry) {
        return entry == null ? this : putFilled(name, entry.toDocument());
    }

    Tree putEntries(String name, List<? extends Entry> entries) {
        return putFilled(name, entries.stream().map(Entry::toDocument).toList());
    }

    /**
     * Puts the members of a JSON object behind the others; a name that is taken keeps its value.
     *
     * @throws UnreadableFieldsException when the text is no JSON object
     */
    Tree putFurther(String json) {
        if (json != null) {
            further(json).members.forEach(members::putIfAbsent);
        }
        return this;
    }

    private static Tree further(String json) {
        try {
            return parse(json);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFieldsException(e.getMessage());
        }
    }

    /** Further fields are no JSON object. */
    static final class UnreadableFieldsException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnreadableFieldsException(String why) {
            super("Further fields cannot be read. " + why);
        }
    }

    private Object ask(String name) {
        asked.add(name);
        return members.get(name);
    }

    /** A scalar as text; null when it is not there. */
    String text(String name) {
        return textOf(ask(name));
    }

    private static String textOf(Object value) {
        return value == null ? null : value.toString();
    }

    /** A list of texts, or a single text; empty when it is not there. */
    List<String> texts(String name) {
        Object value = ask(name);
        if (value instanceof List<?> list) {
            return list.stream().map(Tree::textOf).collect(Collectors.toCollection(ArrayList::new));
        }
        return value == null ? new ArrayList<>() : new ArrayList<>(List.of(value.toString()));
    }

    boolean has(String name) {
        return ask(name) != null;
    }

    /** Empty when it is not there. */
    Optional<Boolean> flag(String name) {
        return ask(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    Optional<Tree> object(String name) {
        return ask(name) instanceof Map<?, ?> map ? Optional.of(of(map)) : Optional.empty();
    }

    List<Tree> objects(String name) {
        List<Tree> objects = new ArrayList<>();
        if (ask(name) instanceof List<?> list) {
            list.forEach(element -> objects.add(of((Map<?, ?>) element)));
        }
        return objects;
    }

    /** Names of the members in their order. */
    List<String> names() {
        return List.copyOf(members.keySet());
    }

    static Tree of(Map<?, ?> map) {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        return new Tree(members);
    }

    /** What nobody has asked for by now, as JSON; null when there is nothing. */
    String rest() {
        Map<String, Object> rest = new LinkedHashMap<>(members);
        rest.keySet().removeAll(asked);
        return rest.isEmpty() ? null : new Tree(rest).json();
    }
}
