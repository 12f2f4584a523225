package io.jenkins.plugins.drs.engine.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What unquoted YAML scalars are.
 *
 * <p>Only JSON's numbers, {@code true}, {@code false} and {@code null} in their usual spellings count as such. All
 * else is text, whatever YAML 1.1 makes of it: {@code 0123} is no octal number and {@code no} no boolean, but
 * {@link #flag} accepts YAML 1.1's words where a boolean is wanted.
 */
final class PlainScalars {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> BOOLEANS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Set<String> YES = Set.of("yes", "on", "y");
    private static final Set<String> NO = Set.of("no", "off", "n");
    private static final int LONGEST_NUMBER = 1000;

    private PlainScalars() {}

    static Node.Kind kind(String text) {
        if (NULLS.contains(text)) {
            return Node.Kind.NULL;
        }
        if (BOOLEANS.contains(text)) {
            return Node.Kind.BOOLEAN;
        }
        boolean number = text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
        return number ? Node.Kind.NUMBER : Node.Kind.PLAIN;
    }

    /** The boolean that YAML 1.1 sees in such a word as {@code on} or {@code No}; empty for other text. */
    static Optional<Boolean> flag(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /**
     * A {@link Long}, {@link BigInteger} or {@link BigDecimal}, whichever is the smallest that holds the number; the
     * text itself where its exponent is beyond all of them.
     */
    static Object number(String text) {
        if (kind(text) != Node.Kind.NUMBER) {
            return text;
        }
        if (!INTEGER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        BigInteger integer = new BigInteger(text);
        if (integer.bitLength() < Long.SIZE) {
            return integer.longValue();
        }
        return integer;
    }
}
