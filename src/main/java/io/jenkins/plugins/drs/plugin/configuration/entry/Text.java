package io.jenkins.plugins.drs.plugin.configuration.entry;

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
}
