package io.jenkins.plugins.drs.simulator.shape;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One way in which input does not have its shape, in AWS's words.
 *
 * @param path such as {@code sourceServers.1.member.sourceServerID}
 */
public record Violation(String path, String message, Kind kind) {

    /** What is wrong. */
    public enum Kind {
        MISSING,
        TYPE,
        CONSTRAINT
    }

    static Violation missing(String path) {
        return new Violation(
                path,
                "Value null at '" + path + "' failed to satisfy constraint: Member must not be null",
                Kind.MISSING);
    }

    static Violation type(String path, String expected) {
        return new Violation(path, "Expected " + expected + " at '" + path + "'", Kind.TYPE);
    }

    static Violation constraint(String path, Object value, String constraint) {
        return new Violation(
                path,
                "Value '" + value + "' at '" + path + "' failed to satisfy constraint: " + constraint,
                Kind.CONSTRAINT);
    }

    public boolean isMissing() {
        return kind == Kind.MISSING;
    }

    /** Whether a value has another JSON type than its member, so that AWS cannot even read the request. */
    public boolean isTypeError() {
        return kind == Kind.TYPE;
    }

    /** All of them in one sentence, as AWS writes them. */
    public static String summary(List<Violation> violations) {
        return violations.size()
                + (violations.size() == 1 ? " validation error detected: " : " validation errors detected: ")
                + violations.stream().map(Violation::message).collect(Collectors.joining("; "));
    }
}
