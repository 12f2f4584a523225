package io.jenkins.plugins.drs.engine.result;

import java.util.Optional;

/** Text of events, in which an empty text means that there is none. */
final class Texts {
    private Texts() {}

    static Optional<String> present(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
