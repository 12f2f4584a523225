package io.jenkins.plugins.drs.engine.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hash of a journal's last line as it was written down somewhere else: it shows whether the end was cut off or
 * rewritten.
 *
 * @param source where it was found, for people
 * @param events how many lines the journal had; empty when that was not written down
 * @param hash SHA-256 in hexadecimal, in any case
 * @param keptElsewhere whether it lay out of reach of whoever can write the journal's folder; one that did not proves
 *     nothing against them
 */
public record Anchor(String source, Optional<Long> events, String hash, boolean keptElsewhere) {
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    /** One that lay out of reach. */
    public static Anchor keptElsewhere(String source, Optional<Long> events, String hash) {
        return new Anchor(source, events, hash, true);
    }

    /** Whether a text has the form of such a hash. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }
}
