package io.jenkins.plugins.drs.engine.result;

import java.util.Optional;

/** Texts of results; an empty text of an event means that there is none. */
final class Texts {
    private Texts() {}

    static Optional<String> present(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    /** Such as {@code 1 check} or {@code 2 checks}. */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
