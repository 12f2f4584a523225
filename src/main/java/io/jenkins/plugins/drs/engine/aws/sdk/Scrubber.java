package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.redaction.Redaction;
import java.util.Collection;
import java.util.List;

/**
 * Takes parameter values out of messages of AWS. A short one is taken out only as it is.
 *
 * @param shortValues of four or five characters
 */
record Scrubber(Redaction redaction, List<String> shortValues) {
    /** Hides nothing. */
    static final Scrubber NONE = new Scrubber(Redaction.NONE, List.of());

    private static final int SHORTEST = 4; // shorter values are in every sentence by chance
    private static final int SHORT = 6;

    /** Hides each of {@code values} of at least four characters. */
    static Scrubber of(Collection<String> values) {
        return new Scrubber(
                Redaction.of(values),
                values.stream()
                        .filter(value -> value.length() >= SHORTEST && value.length() < SHORT)
                        .toList());
    }

    String scrub(String text) {
        String clean = redaction.of(text);
        for (String value : shortValues) {
            clean = clean.replace(value, Redaction.MASK);
        }
        return clean;
    }

    boolean hidesAnything() {
        return redaction.hidesAnything() || !shortValues.isEmpty();
    }
}
