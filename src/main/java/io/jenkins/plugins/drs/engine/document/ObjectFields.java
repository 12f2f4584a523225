package io.jenkins.plugins.drs.engine.document;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The fields that objects of one kind have in documents.
 *
 * @param <T> what such an object becomes
 */
public final class ObjectFields<T> {
    private final T blank;
    private final BiFunction<Fields, T, T> fields;

    /** @param blank an object of which nothing is written */
    ObjectFields(T blank, BiFunction<Fields, T, T> fields) {
        this.blank = blank;
        this.fields = fields;
    }

    T read(FieldReader reader) {
        return fields.apply(reader, blank);
    }

    /** The object as plain maps, lists, texts, numbers and booleans, in the order of the document. */
    public Map<String, Object> write(T object) {
        FieldWriter writer = new FieldWriter();
        fields.apply(writer, object);
        return writer.members();
    }

    /** Names of all fields, in the order of the document. */
    public Set<String> names() {
        FieldReader reader = FieldReader.ofNothing();
        read(reader);
        return reader.known();
    }

    /** What an object has where nothing is written, by the names of those fields that always have a value. */
    public Map<String, Object> defaults() {
        return write(blank);
    }
}
