package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.model.AbstractDescribableImpl;
import io.jenkins.plugins.drs.engine.document.ObjectFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * An object of a configuration document as forms and code set it: values under the names that the document has. What is not
 * set has the document's default.
 */
public abstract class DocumentEntry<T extends DocumentEntry<T>> extends AbstractDescribableImpl<T> {
    private final transient ObjectFields<?> fields;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private String furtherFields;

    /** A text with a name, in a list of which the document makes an object. */
    interface Named {
        String name();

        Object value();
    }

    /** @param document plain values, as {@link ObjectFields#write} makes them; empty for nothing but defaults */
    DocumentEntry(ObjectFields<?> fields, Map<?, ?> document) {
        this.fields = fields;
        Map<String, Object> further = new LinkedHashMap<>();
        document.forEach(
                (name, value) -> (fields.names().contains(name) ? values : further).put(String.valueOf(name), value));
        furtherFields = further.isEmpty() ? null : FurtherFields.json(further);
    }

    /** Puts an entry, or a list of them, in the place of the object or the objects that the document has there. */
    final void nest(String name, Function<Map<?, ?>, ?> entry) {
        values.computeIfPresent(
                name,
                (any, value) -> value instanceof List<?> list
                        ? list.stream()
                                .map(element -> entry.apply((Map<?, ?>) element))
                                .collect(Collectors.toCollection(ArrayList::new))
                        : entry.apply((Map<?, ?>) value));
    }

    /** Null for an entry that says nothing but what is so without it. */
    static <E extends DocumentEntry<E>> E orNull(E entry) {
        if (entry == null || entry.toDocument().isEmpty()) {
            return null;
        }
        Map<String, Object> defaults = ((DocumentEntry<E>) entry).fields.defaults();
        boolean same = entry.toDocument().entrySet().stream()
                .allMatch(field -> defaults.containsKey(field.getKey())
                        && String.valueOf(defaults.get(field.getKey())).equals(String.valueOf(field.getValue())));
        return same ? null : entry;
    }

    /**
     * The object as plain values.
     *
     * @throws IllegalArgumentException when the further fields are no JSON object, or a name is there twice
     */
    final Map<String, Object> toDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Object plain = plain(value);
            if (!(plain instanceof Map<?, ?> map && map.isEmpty())) {
                document.put(name, plain);
            }
        });
        Map<String, Object> defaults = fields.defaults();
        FurtherFields.parse(furtherFields).forEach((name, value) -> {
            if (!defaults.containsKey(name)) {
                document.putIfAbsent(name, value);
            }
        });
        return document;
    }

    private static Object plain(Object value) {
        if (value instanceof DocumentEntry<?> entry) {
            return entry.toDocument();
        }
        if (value instanceof List<?> list && list.stream().allMatch(Named.class::isInstance) && !list.isEmpty()) {
            return object(list);
        }
        return value instanceof List<?> list
                ? list.stream().map(DocumentEntry::plain).toList()
                : value;
    }

    private static Map<String, Object> object(List<?> members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Object member : members) {
            Named named = (Named) member;
            if (object.putIfAbsent(named.name(), named.value()) != null) {
                throw new IllegalArgumentException(
                        "Expected each name once, but '" + named.name() + "' is there twice");
            }
        }
        return object;
    }

    final boolean has(String name) {
        return values.containsKey(name);
    }

    private Object value(String name) {
        Object value = values.get(name);
        return value == null ? fields.defaults().get(name) : value;
    }

    /** Null for none. */
    final String text(String name) {
        Object value = value(name);
        return value == null ? null : Text.filled(value.toString());
    }

    /** Null for none. */
    final Boolean flag(String name) {
        return (Boolean) value(name);
    }

    /** Of a list, or of a single text. */
    final List<String> texts(String name) {
        return Text.list(value(name));
    }

    /** Null for none. */
    @SuppressWarnings("unchecked") // what the setter took
    final <E> E entry(String name) {
        return (E) values.get(name);
    }

    @SuppressWarnings("unchecked") // what the setter took
    final <E> List<E> entries(String name) {
        return (List<E>) values.getOrDefault(name, new ArrayList<>());
    }

    /** Null for the default. */
    final void set(String name, Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    final void setFilled(String name, Collection<?> list) {
        set(name, list == null || list.isEmpty() ? null : new ArrayList<>(list));
    }

    public final String getFurtherFields() {
        return furtherFields;
    }

    /** A JSON object; null or empty for none. Anything else is refused when the entry becomes part of a document. */
    @DataBoundSetter
    public final void setFurtherFields(String furtherFields) {
        this.furtherFields = FurtherFields.kept(furtherFields);
    }
}
