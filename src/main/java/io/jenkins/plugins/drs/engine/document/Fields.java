package io.jenkins.plugins.drs.engine.document;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of one object of a document, named once for both directions. A {@link FieldReader} returns what the document
 * has under a name, else the value that it was given; a {@link FieldWriter} writes the value that it was given and returns it.
 */
interface Fields {
    /** A text that is always written. */
    String text(String name, String it);

    /** A text that is written unless it is empty. */
    String filledText(String name, String it);

    Optional<String> text(String name, Optional<String> it);

    String accountId(String name, String it);

    Optional<String> accountId(String name, Optional<String> it);

    boolean flag(String name, boolean it);

    Optional<Boolean> flag(String name, Optional<Boolean> it);

    /** A time that is always written, in seconds. */
    Duration seconds(String name, Duration it);

    /** A time that is written as ISO-8601. */
    Optional<Duration> duration(String name, Optional<Duration> it);

    <E extends Enum<E>> E choice(String name, E it);

    <E extends Enum<E>> Optional<E> choice(String name, Optional<E> it, Class<E> type);

    /** A list of texts, written unless it is empty; a single text is a list of one. */
    List<String> texts(String name, List<String> it);

    /** A list of texts, where an empty one differs from none. */
    Optional<List<String>> texts(String name, Optional<List<String>> it);

    /** A list of texts with a name of its own for a list of one. */
    List<String> texts(String nameOfOne, String name, List<String> it);

    Map<String, String> textMap(String name, Map<String, String> it);

    /** Lists of texts by name; a list of one is written as its text. */
    Map<String, List<String>> textListMap(String name, Map<String, List<String>> it);

    /** An object, written unless it is empty. */
    <T> T object(String name, T it, ObjectFields<T> fields);

    /** A list of objects that is always written. */
    <T> List<T> objects(String name, List<T> it, ObjectFields<T> fields);

    /** A list of objects that is written unless it is empty. */
    <T> List<T> filledObjects(String name, List<T> it, ObjectFields<T> fields);

    /** A list of objects of which no two have the same id, written unless it is empty. */
    <T> Map<String, T> objectsById(
            String name, Map<String, T> it, ObjectFields<T> fields, String idName, Function<T, String> id);

    /** A field that has no effect and of which nobody is warned. */
    void keep(String name);

    /** Reports what is wrong with a field that was read. */
    void error(String name, String message, String remedy);

    /**
     * All fields that were not named before, those of {@link #object inner objects} under the names of these. They are
     * written last.
     */
    Map<String, Object> unknown(Map<String, Object> it);
}
