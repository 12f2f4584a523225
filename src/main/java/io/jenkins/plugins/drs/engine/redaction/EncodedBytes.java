package io.jenkins.plugins.drs.engine.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Finds texts that are written as Base64 or hex. Runs whose bytes are no text are left alone. */
final class EncodedBytes {
    /** In characters: those of the shortest value that is redacted. */
    static final int SHORTEST = 8;

    private static final String DELIMITERS = ": -";

    private EncodedBytes() {}

    /**
     * Reads the whole run of Base64 that begins at {@code at}. Where letters of something else stand before it, those are
     * taken over.
     *
     * @return number of characters that were read; 0 where no such run begins there
     */
    static int base64(String text, int at, StringBuilder out) {
        int end = at;
        if (at == 0 || !isBase64(text.charAt(at - 1))) {
            while (end < text.length() && isBase64(text.charAt(end))) {
                end++;
            }
        }
        if (end - at < SHORTEST) {
            return 0;
        }
        String run = text.substring(at, end).replace('-', '+').replace('_', '/');
        for (int offset = 0; offset < 4 && run.length() - offset >= SHORTEST; offset++) {
            int length = run.length() - offset;
            String whole = run.substring(offset, run.length() - (length % 4 == 1 ? 1 : 0));
            Optional<String> said = text(Base64.getDecoder().decode(whole));
            if (said.isPresent()) {
                out.append(text, at, at + offset).append(said.get());
                return (text.startsWith("==", end) ? end + 2 : text.startsWith("=", end) ? end + 1 : end) - at;
            }
        }
        return 0;
    }

    private static boolean isBase64(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "+/-_".indexOf(c) >= 0;
    }

    /** Reads bytes in hex that begin at {@code at}; 0 where there are none. */
    static int hex(String text, int at, StringBuilder out) {
        if (at > 0 && HexFormat.isHexDigit(text.charAt(at - 1)) || !isOctet(text, at)) {
            return 0;
        }
        int step = at + 2 < text.length() && DELIMITERS.indexOf(text.charAt(at + 2)) >= 0 ? 3 : 2;
        StringBuilder digits = new StringBuilder();
        int next = at;
        while (isOctet(text, next) && (step == 2 || next == at || text.charAt(next - 1) == text.charAt(at + 2))) {
            digits.append(text, next, next + 2);
            next += step;
        }
        if (digits.length() < SHORTEST) {
            return 0;
        }
        int end = next - step + 2;
        Optional<String> said = text(HexFormat.of().parseHex(digits));
        said.ifPresent(out::append);
        return said.isPresent() ? end - at : 0;
    }

    private static boolean isOctet(String text, int at) {
        return at + 1 < text.length()
                && HexFormat.isHexDigit(text.charAt(at))
                && HexFormat.isHexDigit(text.charAt(at + 1));
    }

    /** What the bytes say in UTF-8 or UTF-16; empty where they are no text. */
    private static Optional<String> text(byte[] bytes) {
        if (bytes.length >= 4 && bytes[1] == 0) {
            return readable(new String(bytes, StandardCharsets.UTF_16LE));
        }
        if (bytes.length >= 4 && bytes[0] == 0) {
            return readable(new String(bytes, StandardCharsets.UTF_16BE));
        }
        return readable(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<String> readable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c != 0xfffd || c == '\n' || c == '\r' || c == '\t')
                ? Optional.of(text)
                : Optional.empty();
    }
}
