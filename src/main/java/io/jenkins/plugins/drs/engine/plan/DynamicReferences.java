package io.jenkins.plugins.drs.engine.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dynamic references within one parameter value.
 *
 * <p>A value may hold several, with text around them. Other double braces, such as Systems Manager's own
 * {@code {{global:DATE}}}, are text.
 */
public final class DynamicReferences {
    static final String OPENING = "{{resolve:";
    static final String CLOSING = "}}";

    /**
     * What was meant as a reference: with spaces or hidden characters, in another case, with another mark than the
     * colon, or with one brace too few. Sent as it stands, it would reach a runbook as text in place of the secret.
     */
    private static final Pattern ATTEMPT = Pattern.compile(
            "(?iu)\\{GAP\\{GAPresolve(?![\\w.-])(GAP[:\uFF1A])?|\\{GAPresolveGAP[:\uFF1A](?=GAP(secretsmanager|ssm)\\b)"
                    .replace("GAP", "[\\s\\p{Z}\\p{C}]*"));

    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final String value;

    /**
     * A reference and where it stands.
     *
     * @param start index of its first brace
     * @param end index after its last brace
     */
    public record Occurrence(int start, int end, DynamicReference reference) {}

    private DynamicReferences(String value) {
        this.value = value;
    }

    /** The references within {@code value}; malformed ones are told by {@link #mistakes()} only. */
    public static DynamicReferences in(String value) {
        DynamicReferences references = new DynamicReferences(value);
        references.scan();
        return references;
    }

    private void scan() {
        Matcher attempt = ATTEMPT.matcher(value);
        int from = 0;
        while (attempt.find(from)) {
            int start = attempt.start();
            text(value.substring(from, start));
            int close = value.indexOf(CLOSING, attempt.end());
            if (!attempt.group().equals(OPENING)) {
                mistakes.add("Reference " + Shown.quoted(value.substring(start)) + " does not begin with '{{resolve:'");
                from = attempt.end();
            } else if (close < 0) {
                mistakes.add("Reference " + Shown.quoted(value.substring(start)) + " has no closing '}}'");
                return;
            } else {
                from = close + CLOSING.length();
                parse(start, value.substring(attempt.end(), close), from);
            }
        }
        text(value.substring(from));
    }

    /** What stands around references. */
    private void text(String text) {
        if (ReferenceLikeness.isIn(text)) {
            mistakes.add("Reference " + Shown.quoted(text) + " does not begin with '{{resolve:'");
        }
    }

    private void parse(int start, String body, int end) {
        ReferenceParser parser = new ReferenceParser(body);
        Optional<DynamicReference> reference = parser.parse();
        reference.ifPresent(found -> occurrences.add(new Occurrence(start, end, found)));
        parser.mistake()
                .ifPresent(mistake ->
                        mistakes.add("Reference " + Shown.quoted(value.substring(start, end)) + " " + mistake));
    }

    /** Well-formed references from left to right; empty when there is none. */
    public List<Occurrence> occurrences() {
        return List.copyOf(occurrences);
    }

    /** What is wrong with malformed references, as sentences without a full stop; empty when all is well. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /** Whether the value holds neither a reference nor an attempt at one. */
    public boolean isEmpty() {
        return occurrences.isEmpty() && mistakes.isEmpty();
    }

    /** The value with each well-formed reference replaced by what {@code resolver} gives for it, never scanned again. */
    public String resolved(Function<DynamicReference, String> resolver) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (Occurrence occurrence : occurrences) {
            result.append(value, from, occurrence.start()).append(resolver.apply(occurrence.reference()));
            from = occurrence.end();
        }
        return result.append(value.substring(from)).toString();
    }

    /**
     * Finds text that people read as a dynamic reference and that is none: with letters of other scripts, of another width or
     * with accents, with hidden characters in it, or with another word or mark before the name of a store.
     */
    private static final class ReferenceLikeness {
        /** Letters and braces of other scripts, and digits, that are drawn as those of {@link #LATIN} at the same place. */
        private static final String ALIKE =
                "\u0435\u0454\u03B5\u04BD\u1D07" + "0\u043E\u03BF\u03C3\u1D0F" + "5\u0455\uA731" + "\u0475\u03BD\u1D20"
                        + "\u0433\u0280" + "1i|\u04CF\u03B9\u029F" + "\u043C\u1D0D" + "\u2774";

        private static final String LATIN = "eeeee" + "ooooo" + "sss" + "vvv" + "rr" + "llllll" + "mm" + "{";

        /** What is drawn as nothing, and accents. */
        private static final Pattern HIDDEN =
                Pattern.compile("[\\p{M}\\p{Cf}\\p{Co}\\p{Cn}\\u115F\\u1160\\u3164\\uFFA0\\u2800]");

        private static final Pattern LIKE = Pattern.compile("\\{\\s*\\{[^a-z{}]*"
                + "(?:resolve(?![\\w.-])|WORD[a-z]?[^a-z{}]{1,3}(?:secretsmanager|ssm)[^a-z0-9_}])"
                        .replace("WORD", String.join("[^a-z{}]{0,2}", "resolve".split(""))));

        private ReferenceLikeness() {}

        /** Whether there is something in {@code text} that reads as the beginning of a reference. */
        static boolean isIn(String text) {
            String plain = HIDDEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT);
            StringBuilder latin = new StringBuilder(plain.length());
            for (char character : plain.toCharArray()) {
                int place = ALIKE.indexOf(character);
                latin.append(place < 0 ? character : LATIN.charAt(place));
            }
            return LIKE.matcher(latin).find();
        }
    }
}
