package io.jenkins.plugins.drs.engine.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of one object of a document, named once for both directions. A {@link FieldReader} returns what the document
 * has under a name, else the value that it was given; a {@link FieldWriter} writes the value that it was given and returns it.
 */
interface Fields {
    /** A value that is always written. */
    <T> T value(String name, FieldType<T> type, T it);

    /** A text, list or map that is written unless it is empty. */
    <T> T filled(String name, FieldType<T> type, T it);

    <T> Optional<T> optional(String name, FieldType<T> type, Optional<T> it);

    /** A list of texts with a name of its own for a list of one. */
    List<String> oneOrMore(String nameOfOne, String name, List<String> it);

    /** An object, written unless it is empty. */
    <T> T object(String name, ObjectFields<T> fields, T it);

    /** A list of objects of which no two have the same id, written unless it is empty. */
    <T> Map<String, T> objectsById(
            String name, ObjectFields<T> fields, String idName, Function<T, String> id, Map<String, T> it);

    /** Reports what is wrong with a field that was read. */
    void error(String name, String message, String remedy);

    /**
     * All fields that were not named before, those of {@link #object inner objects} under the names of these. They are
     * written last.
     *
     * @param withoutEffect names of which nobody is warned
     */
    Map<String, Object> unknown(Map<String, Object> it, String... withoutEffect);
}
