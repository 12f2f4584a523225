package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.sdk.UnreadableAnswerException.Incomplete;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What the engine relies on in an answer. The models of AWS require hardly any field, so anything may be missing. */
final class Required {
    private Required() {}

    /**
     * The value itself.
     *
     * @param what names it as AWS does
     * @throws Incomplete when it is null
     */
    static <T> T value(T value, String what) {
        if (value == null) {
            throw new Incomplete(what);
        }
        return value;
    }

    /**
     * The text itself.
     *
     * @throws Incomplete when it is null or blank
     */
    static String text(String text, String what) {
        if (text == null || text.isBlank()) {
            throw new Incomplete(what);
        }
        return text;
    }

    /**
     * The id itself.
     *
     * @throws Incomplete when it is none of those that were asked for: the answer is one to another call
     */
    static String asked(String id, Collection<String> ids, String what) {
        return text(ids.contains(text(id, what)) ? id : null, what + " of one that was asked for");
    }

    /**
     * Sees to it that an answer is about what was asked for, where it says what it is about.
     *
     * @param id may be null
     * @throws Incomplete when it is another one
     */
    static void about(String id, String asked, String what) {
        if (id != null) {
            asked(id, List.of(asked), what);
        }
    }

    /**
     * Every item in the engine's words.
     *
     * @param has whether the list was in the answer
     * @throws Incomplete when it was not, or one of its items is null or incomplete
     */
    static <A, T> List<T> items(boolean has, List<A> items, String what, Function<A, T> read) {
        if (!has) {
            throw new Incomplete(what);
        }
        return items.stream().map(item -> read.apply(value(item, what + "[]"))).toList();
    }
}
