package io.jenkins.plugins.drs.engine.plan;

/**
 * Makes text that came from documents, AWS or the network safe to read: one line, with every character visible that
 * moves a terminal, hides text or changes its order.
 */
public final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** The value in single quotes, cut after 60 characters, otherwise as {@link #line}. */
    public static String quoted(String value) {
        return "'" + plain(value) + "'";
    }

    /** As {@link #quoted}, without the quotes. */
    public static String plain(String value) {
        boolean cut = value.length() > 2 * LONGEST || value.codePointCount(0, value.length()) > LONGEST;
        if (!cut) {
            return line(value);
        }
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(LONGEST).forEach(character -> append(shown, character));
        return shown.append("...").toString();
    }

    /**
     * The whole text, with every {@linkplain #isHidden hidden} character, line breaks and tabs included, as
     * {@code <U+202E>}.
     */
    public static String line(String text) {
        if (text.codePoints().noneMatch(Shown::isHidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(character -> append(shown, character));
        return shown.toString();
    }

    /** Such as {@code 1 check} or {@code 2 checks}. */
    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static void append(StringBuilder shown, int character) {
        if (isHidden(character)) {
            shown.append("<U+%04X>".formatted(character));
        } else {
            shown.appendCodePoint(character);
        }
    }

    /**
     * Whether a reader cannot see a character though it is there: control and escape characters, line and paragraph
     * separators, bidirectional controls, characters of no width and fillers (Unicode's default-ignorable code points),
     * half surrogate pairs and code points that are no characters.
     */
    public static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isFiller(character) || (character & 0xFFFE) == 0xFFFE;
        };
    }

    private static boolean isFiller(int character) {
        return character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x17B4
                || character == 0x17B5
                || character == 0x2065
                || character == 0x2800
                || character == 0x3164
                || character == 0xFFA0
                || character >= 0x180B && character <= 0x180F
                || character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xFFF0 && character <= 0xFFF8
                || character >= 0xE0000 && character <= 0xE0FFF;
    }
}
