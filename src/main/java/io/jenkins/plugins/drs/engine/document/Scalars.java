package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Suggestion;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns scalars into what a field wants; what does not fit is reported and comes back empty. */
final class Scalars {
    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,12}");
    private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9]+");
    private static final int LONGEST_DURATION = 40;

    private final Findings findings;

    Scalars(Findings findings) {
        this.findings = findings;
    }

    /** The text as it is written, whatever YAML would make of it. */
    Optional<String> text(Node node, JsonPointer at) {
        if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar.text());
        }
        return wrong(node, at, "text", "Write a single value; write \"\" for an empty one");
    }

    Optional<String> accountId(Node node, JsonPointer at) {
        Optional<String> text = text(node, at);
        if (node instanceof Node.Scalar scalar
                && scalar.kind() == Node.Kind.PLAIN
                && LEADING_ZERO.matcher(scalar.text()).matches()) {
            findings.warning(
                    at,
                    node.position(),
                    "Other YAML tools read the unquoted " + Shown.plain(scalar.text())
                            + " as a number, often an octal one, and change it",
                    "Write it in quotes");
        }
        return text;
    }

    Optional<Boolean> flag(Node node, JsonPointer at) {
        if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.BOOLEAN) {
            return Optional.of(scalar.text().equalsIgnoreCase("true"));
        }
        if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.PLAIN) {
            Optional<Boolean> flag = PlainScalars.flag(scalar.text());
            if (flag.isPresent()) {
                return flag;
            }
        }
        return wrong(node, at, "true or false", "Write true or false, without quotes");
    }

    Optional<Duration> duration(Node node, JsonPointer at) {
        String remedy = "Write whole seconds such as 1800, or an ISO-8601 duration such as PT30M";
        if (!(node instanceof Node.Scalar scalar) || scalar.text().length() > LONGEST_DURATION) {
            return wrong(node, at, "a duration", remedy);
        }
        if (SECONDS.matcher(scalar.text()).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(scalar.text())));
        }
        try {
            return Optional.of(Duration.parse(scalar.text()));
        } catch (DateTimeException | ArithmeticException notADuration) {
            return wrong(node, at, "a duration", remedy);
        }
    }

    <E extends Enum<E>> Optional<E> choice(Node node, JsonPointer at, Class<E> type) {
        List<E> choices = Arrays.asList(type.getEnumConstants());
        if (node instanceof Node.Scalar scalar) {
            Optional<E> chosen = choices.stream()
                    .filter(choice -> choice.name().equalsIgnoreCase(scalar.text()))
                    .findFirst();
            if (chosen.isPresent()) {
                return chosen;
            }
        }
        List<String> words = choices.stream().map(Scalars::word).toList();
        String expected = String.join(" or ", words);
        Optional<String> nearest =
                node instanceof Node.Scalar scalar ? Suggestion.nearest(scalar.text(), words) : Optional.empty();
        return wrong(
                node,
                at,
                expected,
                nearest.map(word -> "Did you mean '" + word + "'?").orElse("Write " + expected));
    }

    /** How a document writes a choice: DRS's own words are in upper case, ours in lower case. */
    static String word(Enum<?> choice) {
        boolean ours = choice instanceof OnFailure;
        return ours ? choice.name().toLowerCase(Locale.ROOT) : choice.name();
    }

    private <T> Optional<T> wrong(Node node, JsonPointer at, String expected, String remedy) {
        findings.error(at, node.position(), "Expected " + expected + ", but got " + node.description(), remedy);
        return Optional.empty();
    }
}
