package io.jenkins.plugins.drs.engine.plan;

/** Puts values that somebody else wrote into messages: short, on one line, with nothing that moves a terminal. */
public final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** The value in single quotes, cut after 60 characters, control characters as {@code \}{@code uXXXX}. */
    public static String quoted(String value) {
        return "'" + plain(value) + "'";
    }

    /** As {@link #quoted}, without the quotes. */
    public static String plain(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(LONGEST).forEach(character -> append(shown, character));
        if (value.length() > 2 * LONGEST || value.codePointCount(0, value.length()) > LONGEST) {
            shown.append("...");
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        int type = Character.getType(character);
        boolean unsafe = Character.isISOControl(character)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        if (unsafe) {
            shown.append(String.format("\\u%04X", character));
        } else {
            shown.appendCodePoint(character);
        }
    }
}
