package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object of the source, read by name. What nobody asked for is left over, and is told at the end. */
final class SourceObject {
    private final Set<String> taken = new HashSet<>();
    private final Map<?, ?> members;
    private final JsonPointer at;
    private final Notes notes;

    SourceObject(Map<?, ?> members, JsonPointer at, Notes notes) {
        this.members = members;
        this.at = at;
        this.notes = notes;
    }

    JsonPointer at() {
        return at;
    }

    JsonPointer at(String name) {
        return at.child(name);
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    /** The value of the first of these fields that is there, whatever it is. */
    Optional<Object> value(String... names) {
        Optional<Object> found = Optional.empty();
        for (String name : names) {
            taken.add(name);
            if (found.isEmpty()) {
                found = Optional.ofNullable(members.get(name));
            }
        }
        return found;
    }

    /** A text, or a number or boolean as text; empty when it is blank or of another kind, which is told. */
    Optional<String> text(String... names) {
        Optional<Object> value = value(names);
        if (value.isPresent() && (value.get() instanceof Map || value.get() instanceof List)) {
            notes.lost(at, names[0], value.get());
            return Optional.empty();
        }
        return value.map(String::valueOf).filter(text -> !text.isBlank());
    }

    /** A list of texts; a single text is a list of one. */
    List<String> texts(String... names) {
        Optional<Object> value = value(names);
        if (value.isEmpty()) {
            return List.of();
        }
        List<?> list = value.get() instanceof List<?> several ? several : List.of(value.get());
        return list.stream()
                .map(String::valueOf)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The objects of a list; elements that are none are told. */
    List<SourceObject> objects(String name) {
        List<SourceObject> objects = new ArrayList<>();
        Object value = value(name).orElse(List.of());
        if (!(value instanceof List<?> list)) {
            notes.lost(at, name, value);
            return objects;
        }
        for (int index = 0; index < list.size(); index++) {
            if (list.get(index) instanceof Map<?, ?> map) {
                objects.add(new SourceObject(map, at.child(name).child(index), notes));
            } else {
                notes.lost(at.child(name), String.valueOf(index), list.get(index));
            }
        }
        return objects;
    }

    Optional<SourceObject> object(String name) {
        Optional<Object> value = value(name);
        if (value.isPresent() && value.get() instanceof Map<?, ?> map) {
            return Optional.of(new SourceObject(map, at.child(name), notes));
        }
        value.ifPresent(other -> notes.lost(at, name, other));
        return Optional.empty();
    }

    /** Fields whose values carry nothing that the result would need. */
    void ignore(String... names) {
        taken.addAll(List.of(names));
    }

    /** Tells everything that nobody asked for. */
    void tellRest() {
        rest().forEach((name, value) -> notes.lost(at, name, value));
    }

    /** Everything that nobody asked for. */
    Map<String, Object> rest() {
        Map<String, Object> rest = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!taken.contains(String.valueOf(name))) {
                rest.put(String.valueOf(name), value);
            }
        });
        return rest;
    }
}
