package io.jenkins.plugins.drs.engine.aws.sdk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Takes known secrets out of messages. */
final class Scrubber {
    /** Hides nothing. */
    static final Scrubber NONE = new Scrubber(List.of());

    private static final int SHORTEST_SECRET = 4; // shorter values are in every sentence by chance
    private static final String MASK = "***";

    private final List<String> secrets;

    private Scrubber(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Hides each of {@code values} of at least four characters; longest first, as one may hold another. */
    static Scrubber of(Collection<String> values) {
        return new Scrubber(values.stream()
                .filter(value -> value.length() >= SHORTEST_SECRET)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    String scrub(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        return clean;
    }

    boolean hidesAnything() {
        return !secrets.isEmpty();
    }
}
