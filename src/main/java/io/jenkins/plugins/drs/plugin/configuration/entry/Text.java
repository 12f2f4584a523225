package io.jenkins.plugins.drs.plugin.configuration.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts as forms and code give them. */
final class Text {
    private Text() {}

    /** Without white space at its ends; null when there is nothing else. */
    static String trimmed(String text) {
        return text == null ? null : filled(text.trim());
    }

    /** Null instead of nothing. */
    static String filled(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** The texts of a list, or the only one; empty for null. */
    static List<String> list(Object value) {
        Stream<?> values = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        return values.map(String::valueOf).collect(Collectors.toCollection(ArrayList::new));
    }
}
