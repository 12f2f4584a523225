package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the values of a field are read and written.
 *
 * @param reading empty, and reported, where the document has something else
 * @param writing a plain value
 */
record FieldType<T>(Reading<T> reading, Function<T, Object> writing) {
    static final FieldType<String> TEXT = scalar(Scalars::text, text -> text);

    static final FieldType<String> ACCOUNT_ID = scalar(Scalars::accountId, id -> id);

    static final FieldType<Boolean> FLAG = scalar(Scalars::flag, flag -> flag);

    /** A time that is written in seconds; anything finer, which validation refuses, as it is. */
    static final FieldType<Duration> SECONDS =
            scalar(Scalars::duration, time -> time.getNano() == 0 ? (Object) time.getSeconds() : time.toString());

    static final FieldType<Duration> DURATION = scalar(Scalars::duration, Duration::toString);

    /** A single text is a list of one. */
    static final FieldType<List<String>> TEXTS =
            new FieldType<>((in, node, at) -> Optional.of(in.texts(node, at)), texts -> texts);

    static final FieldType<Map<String, String>> TEXT_MAP =
            new FieldType<>((in, node, at) -> Optional.of(in.textMap(node, at)), texts -> texts);

    /** A list of one is written as its text. */
    static final FieldType<Map<String, List<String>>> TEXT_LIST_MAP =
            new FieldType<>((in, node, at) -> Optional.of(in.textListMap(node, at)), FieldType::singles);

    /** Reads a value that is not null. */
    @FunctionalInterface
    interface Reading<T> {
        Optional<T> read(FieldReader in, Node node, JsonPointer at);
    }

    private interface ScalarReading<T> {
        Optional<T> read(Scalars scalars, Node node, JsonPointer at);
    }

    private static <T> FieldType<T> scalar(ScalarReading<T> reading, Function<T, Object> writing) {
        return new FieldType<>((in, node, at) -> reading.read(in.scalars(), node, at), writing);
    }

    static <E extends Enum<E>> FieldType<E> choice(Class<E> type) {
        return scalar((scalars, node, at) -> scalars.choice(node, at, type), Scalars::word);
    }

    /** Has an object for each element, even where an element is none. */
    static <T> FieldType<List<T>> objects(ObjectFields<T> fields) {
        return new FieldType<>(
                (in, node, at) -> Optional.of(
                        in.elements(node, at).stream().map(fields::read).toList()),
                objects -> objects.stream().map(fields::write).toList());
    }

    private static Object singles(Map<String, List<String>> lists) {
        Map<String, Object> written = new LinkedHashMap<>();
        lists.forEach((key, values) -> written.put(key, values.size() == 1 ? values.get(0) : values));
        return written;
    }
}
