package io.jenkins.plugins.drs.engine.redaction;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Ways in which the characters of a text are written otherwise, each read back one character after the other. */
enum Decoder {
    /** JSON, Java, shell: a backslash before the character or a letter for it. */
    BACKSLASH("\\") {
        @Override
        int read(String text, int at, StringBuilder out) {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
            if (text.charAt(at) != '\\' || next == 0) {
                return same(text, at, out);
            }
            int digits = next == 'u' ? 4 : next == 'x' ? 2 : 0;
            int code = digits == 0 ? -1 : number(text, at + 2, at + 2 + digits, 16);
            int letter = "ntrbf".indexOf(next);
            out.append(code >= 0 ? (char) code : letter >= 0 ? "\n\t\r\b\f".charAt(letter) : next);
            return code >= 0 ? 2 + digits : 2;
        }
    },
    /** Addresses: the bytes of UTF-8 as {@code %41}. */
    PERCENT("%") {
        @Override
        int read(String text, int at, StringBuilder out) {
            int first = octet(text, at);
            int length = first < 0 ? 0 : first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
            byte[] bytes = new byte[length];
            for (int index = 0; index < length; index++) {
                int octet = octet(text, at + 3 * index);
                if (octet < 0) {
                    return same(text, at, out);
                }
                bytes[index] = (byte) octet;
            }
            if (length == 0) {
                return same(text, at, out);
            }
            out.append(new String(bytes, StandardCharsets.UTF_8));
            return 3 * length;
        }

        private int octet(String text, int at) {
            return at < text.length() && text.charAt(at) == '%' ? number(text, at + 1, at + 3, 16) : -1;
        }
    },
    /** Forms: a plus sign for a space. */
    PLUS("+") {
        @Override
        int read(String text, int at, StringBuilder out) {
            out.append(text.charAt(at) == '+' ? ' ' : text.charAt(at));
            return 1;
        }
    },
    /** XML and HTML: {@code &amp;}, {@code &#38;}, {@code &#x26;}. */
    ENTITY("&") {
        @Override
        int read(String text, int at, StringBuilder out) {
            int end = text.charAt(at) == '&' ? text.indexOf(';', at) : -1;
            if (end < 0 || end - at > 10) {
                return same(text, at, out);
            }
            String name = text.substring(at + 1, end);
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            int code = name.startsWith("#") ? number(name, hex ? 2 : 1, name.length(), hex ? 16 : 10) : -1;
            String named = NAMED.get(name);
            if (named == null && (code < 0 || code > Character.MAX_VALUE)) {
                return same(text, at, out);
            }
            out.append(named == null ? String.valueOf((char) code) : named);
            return end + 1 - at;
        }
    },
    /** Shells, YAML, SQL and CSV: a quotation mark within quotation marks, whichever way. */
    QUOTES("'\"") {
        @Override
        int read(String text, int at, StringBuilder out) {
            for (Decoder way : List.of(SHELL, SQL, CSV)) {
                int used = way.read(text, at, out);
                if (used > 1) {
                    return used;
                }
                out.setLength(out.length() - 1);
            }
            return same(text, at, out);
        }
    },
    /** Shells alone. */
    SHELL("'") {
        @Override
        int read(String text, int at, StringBuilder out) {
            return text.startsWith("'\"'\"'", at) ? quote(5, text, at, out) : quoted("'\\''", text, at, out);
        }
    },
    /** YAML and SQL alone: a quotation mark is doubled. A secret may hold two of the other kind in a row. */
    SQL("'") {
        @Override
        int read(String text, int at, StringBuilder out) {
            return quoted("''", text, at, out);
        }
    },
    /** CSV alone: a double quotation mark is doubled. */
    CSV("\"") {
        @Override
        int read(String text, int at, StringBuilder out) {
            return quoted("\"\"", text, at, out);
        }
    },
    /** Encoded texts and terminals: broken into lines. */
    BREAKS("\n\r") {
        @Override
        int read(String text, int at, StringBuilder out) {
            int end = at;
            while (end < text.length() && (text.charAt(end) == '\n' || text.charAt(end) == '\r')) {
                end++;
            }
            while (end > at && end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
                end++; // indented
            }
            return end > at ? end - at : same(text, at, out);
        }
    };

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "sol", "/", "plus", "+");

    private final String marks;

    Decoder(String marks) {
        this.marks = marks;
    }

    /** Whether there is anything to decode. */
    boolean isIn(String text) {
        return marks.chars().anyMatch(mark -> text.indexOf(mark) >= 0);
    }

    /**
     * Reads what is written at {@code at} and appends what it says.
     *
     * @return number of characters that were read, at least one and no fewer than were appended
     */
    abstract int read(String text, int at, StringBuilder out);

    private static int quoted(String written, String text, int at, StringBuilder out) {
        return text.startsWith(written, at) ? quote(written.length(), text, at, out) : same(text, at, out);
    }

    private static int quote(int length, String text, int at, StringBuilder out) {
        same(text, at, out);
        return length;
    }

    private static int same(String text, int at, StringBuilder out) {
        out.append(text.charAt(at));
        return 1;
    }

    /** The number; -1 where there is none. */
    private static int number(String text, int from, int to, int radix) {
        if (from >= to || to > text.length() || Character.digit(text.charAt(from), radix) < 0) {
            return -1;
        }
        try {
            return Integer.parseInt(text, from, to, radix);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
