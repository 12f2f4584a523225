package io.jenkins.plugins.drs.engine.redaction;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Replaces secrets in texts by {@code ***}: each value, the values within it ({@link SecretParts}), and their encoded forms
 * ({@link Encodings}), also where a text holds them escaped, percent-encoded or wrapped ({@link Views}). Immutable.
 */
public final class Redaction {
    /** Hides nothing. */
    public static final Redaction NONE = new Redaction(Set.of());

    /** What stands where a secret stood. */
    public static final String MASK = "***";

    private final Patterns patterns;

    private Redaction(Collection<String> patterns) {
        this.patterns = new Patterns(patterns);
    }

    /** Returns what hides {@code values}; those that are too short or too common to be told from other text stay. */
    public static Redaction of(Collection<String> values) {
        return of(values, part -> false);
    }

    /**
     * Returns what hides {@code values}.
     *
     * @param isKnown whether a text is public anyway, such as a word of the plan
     */
    public static Redaction of(Collection<String> values, Predicate<String> isKnown) {
        Set<String> forms = new LinkedHashSet<>();
        for (String value : values) {
            for (String part : SecretParts.of(value)) {
                if (Redactable.canBeFound(part) && !isKnown.test(part)) {
                    accents(part).forEach(text -> forms.addAll(Encodings.of(text)));
                }
            }
        }
        return forms.isEmpty() ? NONE : new Redaction(forms);
    }

    /** As it is, and with accents as characters of their own or not. */
    private static Set<String> accents(String text) {
        return new LinkedHashSet<>(List.of(
                text,
                Normalizer.normalize(text, Normalizer.Form.NFC),
                Normalizer.normalize(text, Normalizer.Form.NFD)));
    }

    /** Whether there is anything to hide. */
    public boolean hidesAnything() {
        return !patterns.isEmpty();
    }

    /** Returns the text without secrets; the same text where it holds none. */
    public String of(String text) {
        if (text.length() < Redactable.SHORTEST || patterns.isEmpty()) {
            return text;
        }
        BitSet secret = new BitSet();
        for (View view : Views.of(text)) {
            patterns.find(view.text(), (from, to) -> secret.set(view.from(from), view.to(to - 1)));
        }
        return secret.isEmpty() ? text : masked(text, secret);
    }

    private static String masked(String text, BitSet secret) {
        StringBuilder clean = new StringBuilder();
        int from = 0;
        for (int start = secret.nextSetBit(0); start >= 0; start = secret.nextSetBit(from)) {
            clean.append(text, from, start).append(MASK);
            from = secret.nextClearBit(start);
        }
        return clean.append(text, from, text.length()).toString();
    }

    /**
     * Returns the exception as it is where neither it nor what led to it shows a secret; otherwise one that says the same
     * without secrets, with the same stack trace.
     */
    public RuntimeException of(RuntimeException thrown) {
        return shows(thrown, 0) ? new RedactedException(thrown, this, 0) : thrown;
    }

    private boolean shows(Throwable thrown, int depth) {
        if (thrown == null || depth > RedactedException.MOST_CAUSES) {
            return false;
        }
        String text = thrown.toString();
        return !of(text).equals(text) || shows(thrown.getCause(), depth + 1);
    }
}
