package io.jenkins.plugins.drs.engine.redaction;

import io.jenkins.plugins.drs.engine.redaction.View.Views;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
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

    /** Says what another exception said, without secrets. */
    private static final class RedactedException extends RuntimeException {
        static final int MOST_CAUSES = 20;
        private static final long serialVersionUID = 1L;

        RedactedException(Throwable thrown, Redaction redaction, int depth) {
            super(redaction.of(thrown.toString()), cause(thrown, redaction, depth));
            setStackTrace(thrown.getStackTrace());
        }

        private static Throwable cause(Throwable thrown, Redaction redaction, int depth) {
            Throwable cause = thrown.getCause();
            return cause == null || depth == MOST_CAUSES ? null : new RedactedException(cause, redaction, depth + 1);
        }

        /** The text of the exception that it stands for, which begins with the name of its type. */
        @Override
        public String toString() {
            return getMessage();
        }
    }

    /** The secrets that an execution has come to know. They stay in memory. Safe for use by several threads. */
    public static final class KnownSecrets {
        private final Set<String> values = new LinkedHashSet<>();
        private final Predicate<String> isPublic;
        private volatile Redaction redaction = Redaction.NONE;

        /** @param isPublic whether a text may be shown although it is in a secret, such as a word of the plan */
        public KnownSecrets(Predicate<String> isPublic) {
            this.isPublic = isPublic;
        }

        /** Has these values hidden from now on, besides those that are known. */
        public synchronized void add(Collection<String> more) {
            if (values.addAll(more)) {
                redaction = Redaction.of(values, isPublic);
            }
        }

        /** What hides all that is known now. */
        public Redaction redaction() {
            return redaction;
        }
    }

    /** The forms of a secret that cannot be read back character by character: Base64 at any place of the encoded text, and hex. */
    private static final class Encodings {
        private final Set<String> forms = new LinkedHashSet<>();

        private Encodings() {}

        /** The text itself and its encoded forms. */
        static Set<String> of(String text) {
            Encodings all = new Encodings();
            all.forms.add(text);
            all.bytes(text.getBytes(StandardCharsets.UTF_8));
            all.bytes(text.getBytes(StandardCharsets.UTF_16LE)); // PowerShell
            all.whole(text);
            return all.forms;
        }

        private void bytes(byte[] bytes) {
            for (int offset = 0; offset < 3; offset++) {
                core(bytes, offset);
            }
            HexFormat hex = HexFormat.of();
            forms.add(hex.formatHex(bytes));
            forms.add(hex.withUpperCase().formatHex(bytes));
        }

        /** The characters of a Base64 text that the bytes alone decide, when {@code offset} bytes of others stand before them. */
        private void core(byte[] bytes, int offset) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            base64(encoded.substring((8 * offset + 5) / 6, 8 * shifted.length / 6));
        }

        /** With the characters at the end that whatever follows decides, where what follows is known. */
        private void whole(String text) {
            for (String end : Arrays.asList("", "\n", "\r\n")) {
                String once = Base64.getEncoder().encodeToString((text + end).getBytes(StandardCharsets.UTF_8));
                base64(once);
                base64(once.replace("=", ""));
            }
        }

        private void base64(String form) {
            if (form.length() >= Redactable.SHORTEST) {
                forms.add(form);
                forms.add(form.replace('+', '-').replace('/', '_'));
            }
        }
    }
}
