package io.jenkins.plugins.drs.plugin.configuration.schedule;

/** Puts texts into pipeline code. */
final class GroovyText {
    private GroovyText() {}

    /**
     * A literal that is the text, whatever is in it. A backslash goes in double, so that neither an escape nor a
     * Unicode escape, which Groovy reads before it reads quotes, can come about.
     */
    static String quoted(String text) {
        return "'"
                + text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "'";
    }
}
