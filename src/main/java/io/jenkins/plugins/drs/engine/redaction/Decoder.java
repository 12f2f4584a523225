package io.jenkins.plugins.drs.engine.redaction;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Ways in which the characters of a text are written otherwise, each read back one character after the other. */
enum Decoder {
    /** JSON, Java, shell: a backslash before the character, a letter or a number for it. */
    BACKSLASH("\\") {
        @Override
        int read(String text, int at, StringBuilder out) {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
            if (text.charAt(at) != '\\' || next == 0) {
                return same(text, at, out);
            }
            int end = text.startsWith("u{", at + 1) ? text.indexOf('}', at) : -1;
            int code = end > 0 ? number(text, at + 3, end, 16) : next == 'u' ? number(text, at + 2, at + 6, 16) : -1;
            if (Character.isValidCodePoint(code)) {
                out.appendCodePoint(code);
                return end > 0 ? end + 1 - at : 6;
            }
            int octets = octets(text, at, out, 4, this::octet);
            if (octets > 0) {
                return octets;
            }
            int letter = "ntrbf".indexOf(next);
            out.append(letter >= 0 ? "\n\t\r\b\f".charAt(letter) : next);
            return 2;
        }

        /** {@code \x41} or {@code \101}. */
        private int octet(String text, int at) {
            if (!text.startsWith("\\", at)) {
                return -1;
            }
            int octal = number(text, at + 1, at + 4, 8);
            return text.startsWith("x", at + 1) ? number(text, at + 2, at + 4, 16) : octal > 0xff ? -1 : octal;
        }
    },
    /** Addresses: the bytes of UTF-8 as {@code %41}, or of Latin-1; {@code %u0041} as in old scripts. */
    PERCENT("%") {
        @Override
        int read(String text, int at, StringBuilder out) {
            int code = text.startsWith("%u", at) ? number(text, at + 2, at + 6, 16) : -1;
            if (code >= 0) {
                out.append((char) code);
                return 6;
            }
            int octets = octets(text, at, out, 3, this::octet);
            return octets > 0 ? octets : same(text, at, out);
        }

        private int octet(String text, int at) {
            return text.startsWith("%", at) ? number(text, at + 1, at + 3, 16) : -1;
        }
    },
    /** Forms: as in addresses, with a plus sign for a space. */
    FORM("+%") {
        @Override
        int read(String text, int at, StringBuilder out) {
            if (text.charAt(at) != '+') {
                return PERCENT.read(text, at, out);
            }
            out.append(' ');
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
            int code = name.startsWith("#")
                    ? number(name, hex ? 2 : 1, name.length(), hex ? 16 : 10)
                    : Entities.code(name);
            if (!Character.isValidCodePoint(code)) {
                return same(text, at, out);
            }
            out.appendCodePoint(code);
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
            int length = run(text, at, "\n\r");
            return length > 0 ? length : same(text, at, out);
        }
    },
    /** The same, with each line indented; a secret itself may have a blank there. */
    INDENTS("\n\r") {
        @Override
        int read(String text, int at, StringBuilder out) {
            int length = run(text, at, "\n\r");
            return length > 0 ? length + run(text, at + length, " \t") : same(text, at, out);
        }
    },
    /** Shells and programs: a line that ends with a backslash goes on. */
    CONTINUED("\\") {
        @Override
        int read(String text, int at, StringBuilder out) {
            return text.startsWith("\\\n", at) ? 2 : same(text, at, out);
        }
    },
    /** Terminals: colors, and characters that are not seen. */
    INVISIBLE("\u001b\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") {
        @Override
        int read(String text, int at, StringBuilder out) {
            if (text.startsWith("\u001b[", at)) {
                int end = at + 2;
                while (end < text.length() && text.charAt(end) < '@') {
                    end++;
                }
                return Math.min(end + 1, text.length()) - at;
            }
            return isIn(text.substring(at, at + 1)) ? 1 : same(text, at, out);
        }
    },
    /** Base64 of a text, standard or for addresses. */
    BASE64("") {
        @Override
        int read(String text, int at, StringBuilder out) {
            int read = EncodedBytes.base64(text, at, out);
            return read > 0 ? read : same(text, at, out);
        }
    },
    /** The bytes of a text in hex, next to each other or with a colon, a hyphen or a space between them. */
    HEX("") {
        @Override
        int read(String text, int at, StringBuilder out) {
            int read = EncodedBytes.hex(text, at, out);
            return read > 0 ? read : same(text, at, out);
        }
    };

    private final String marks;

    Decoder(String marks) {
        this.marks = marks;
    }

    /** Whether there may be anything to decode. */
    boolean isIn(String text) {
        return marks.isEmpty()
                ? text.length() >= EncodedBytes.SHORTEST
                : marks.chars().anyMatch(mark -> text.indexOf(mark) >= 0);
    }

    /**
     * Reads what is written at {@code at} and appends what it says.
     *
     * @return number of characters that were read, at least one and no fewer than were appended
     */
    abstract int read(String text, int at, StringBuilder out);

    /** Reads the bytes of one character, each {@code width} characters wide; 0 where there is none. */
    private static int octets(String text, int at, StringBuilder out, int width, Octet octet) {
        int first = octet.at(text, at);
        if (first < 0) {
            return 0;
        }
        int length = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
        byte[] bytes = new byte[length];
        for (int index = 0; index < length; index++) {
            int next = octet.at(text, at + width * index);
            if (index > 0 && (next & 0xc0) != 0x80 || next < 0) {
                length = 0;
            } else if (length > 0) {
                bytes[index] = (byte) next;
            }
        }
        if (length <= 1) {
            out.append((char) first); // ASCII, or Latin-1
            return width;
        }
        out.append(new String(bytes, StandardCharsets.UTF_8));
        return width * length;
    }

    /** Reads one byte; -1 where there is none. */
    @FunctionalInterface
    private interface Octet {
        int at(String text, int at);
    }

    /** How many characters from there on are of these. */
    private static int run(String text, int at, String characters) {
        int end = at;
        while (end < text.length() && characters.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end - at;
    }

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
