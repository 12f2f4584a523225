package io.jenkins.plugins.drs.engine.plan;

/**
 * Something wrong, or doubtful, in a configuration.
 *
 * @param severity an error keeps the configuration from being used, a warning does not
 * @param pointer JSON pointer (RFC 6901) of the value in the document; empty means the whole document
 * @param message what is wrong, with the value that was met
 * @param remedy what to write instead
 */
public record Problem(Severity severity, String pointer, String message, String remedy) {
    /** How much a problem matters. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(String pointer, String message, String remedy) {
        return new Problem(Severity.ERROR, pointer, message, remedy);
    }

    public static Problem warning(String pointer, String message, String remedy) {
        return new Problem(Severity.WARNING, pointer, message, remedy);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** What is wrong and what to write instead, as whole sentences. */
    public String text() {
        return sentence(message) + (remedy.isEmpty() ? "" : " " + sentence(remedy));
    }

    private static String sentence(String words) {
        return words.matches("(?s).*[.?!]") ? words : words + ".";
    }
}
