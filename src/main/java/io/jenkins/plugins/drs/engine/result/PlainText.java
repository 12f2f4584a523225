package io.jenkins.plugins.drs.engine.result;

/** Text from elsewhere made fit for one line of a log or page. */
public final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /**
     * The text with every control character, bidirectional control and broken surrogate made visible as U+FFFD; line
     * breaks and tabs become spaces.
     */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(PlainText::safe).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static int safe(int character) {
        if (character == '\n' || character == '\r' || character == '\t') {
            return ' ';
        }
        return isHarmless(character) ? character : REPLACEMENT;
    }

    private static boolean isHarmless(int character) {
        int type = Character.getType(character);
        return !Character.isISOControl(character)
                && type != Character.SURROGATE
                && !(character >= 0x202A && character <= 0x202E)
                && !(character >= 0x2066 && character <= 0x2069)
                && character != 0x2028
                && character != 0x2029
                && (character & 0xFFFE) != 0xFFFE;
    }

    /** The text, cut to {@code length} characters with an ellipsis when it is longer. */
    public static String shortened(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }
}
