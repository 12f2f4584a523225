package io.jenkins.plugins.drs.engine.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses what stands between {@code {{resolve:} and {@code }}} of one dynamic reference. */
final class ReferenceParser {
    /** Secret names as Secrets Manager allows them, and ARNs. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9/_+=.@:!-]{1,2048}");

    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_./:-]{1,2048}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");
    private static final int PARTS_OF_SECRET_ARN = 7;
    private static final int PARTS_OF_PARAMETER_ARN = 6;

    private final String body;
    private String mistake;

    ReferenceParser(String body) {
        this.body = body;
    }

    /** The reference; empty when it is malformed, {@link #mistake()} then tells why. */
    Optional<DynamicReference> parse() {
        String word = body.contains(":") ? body.substring(0, body.indexOf(':')) : body;
        Optional<DynamicReference.Kind> kind = DynamicReference.Kind.of(word);
        if (kind.isEmpty()) {
            return fail("names the unknown service " + Shown.quoted(word));
        }
        List<String> parts = Arrays.asList(body.split(":", -1));
        parts = parts.subList(1, parts.size());
        if (kind.get() == DynamicReference.Kind.SECRETS_MANAGER) {
            return secret(parts);
        }
        return parameter(kind.get(), parts);
    }

    Optional<String> mistake() {
        return Optional.ofNullable(mistake);
    }

    private Optional<DynamicReference> secret(List<String> parts) {
        int length = partsOfName(parts, PARTS_OF_SECRET_ARN);
        String name = String.join(":", parts.subList(0, length));
        List<String> details = parts.subList(length, parts.size());
        if (!SECRET.matcher(name).matches()) {
            return fail("does not name a secret");
        }
        if (details.size() > 4) {
            return fail("has too many parts");
        }
        if (part(details, 0).filter(type -> !type.equals("SecretString")).isPresent()) {
            return fail("asks for " + Shown.quoted(details.get(0)) + " where only 'SecretString' can be");
        }
        if (part(details, 2).isPresent() && part(details, 3).isPresent()) {
            return fail("gives both a version stage and a version id");
        }
        return Optional.of(new DynamicReference(
                DynamicReference.Kind.SECRETS_MANAGER, name, part(details, 1), part(details, 2), part(details, 3)));
    }

    private Optional<DynamicReference> parameter(DynamicReference.Kind kind, List<String> parts) {
        int length = partsOfName(parts, PARTS_OF_PARAMETER_ARN);
        String name = String.join(":", parts.subList(0, length));
        List<String> details = parts.subList(length, parts.size());
        if (!PARAMETER.matcher(name).matches()) {
            return fail("does not name a parameter");
        }
        if (details.size() > 1) {
            return fail("has too many parts");
        }
        if (!details.isEmpty() && !NUMBER.matcher(details.get(0)).matches()) {
            return fail("has the version " + Shown.quoted(details.get(0)) + ", which is not a number");
        }
        return Optional.of(new DynamicReference(kind, name, Optional.empty(), Optional.empty(), part(details, 0)));
    }

    /** How many of the parts make up the name: an ARN contains colons itself. */
    private static int partsOfName(List<String> parts, int partsOfArn) {
        if (parts.isEmpty()) {
            return 0;
        }
        return parts.get(0).equals("arn") ? Math.min(partsOfArn, parts.size()) : 1;
    }

    private static Optional<String> part(List<String> parts, int index) {
        return index < parts.size() ? Optional.of(parts.get(index)).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    private Optional<DynamicReference> fail(String reason) {
        mistake = reason;
        return Optional.empty();
    }
}
