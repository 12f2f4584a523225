package io.jenkins.plugins.drs.engine.plan;

import java.util.ArrayList;
import java.util.List;
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
}
