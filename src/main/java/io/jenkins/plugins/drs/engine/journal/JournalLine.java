package io.jenkins.plugins.drs.engine.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One line of a journal: {@code {"seq":1,"prev":"<hash of the line before>","event":<payload>}}.
 *
 * @param sequence from 1, without gaps
 * @param previousHash SHA-256 of the line before in hexadecimal; {@link #FIRST_PREVIOUS} for the first line
 * @param payload one JSON value without line breaks
 */
public record JournalLine(long sequence, String previousHash, String payload) {
    /** Stands where the first line would name the line before it. */
    public static final String FIRST_PREVIOUS = "0".repeat(64);

    private static final String SEQUENCE = "{\"seq\":";
    private static final String PREVIOUS = ",\"prev\":\"";
    private static final String PAYLOAD = "\",\"event\":";

    /** The line as it stands in the file, without its line break. */
    public String text() {
        return SEQUENCE + sequence + PREVIOUS + previousHash + PAYLOAD + payload + "}";
    }

    /** What the next line names as the hash of the line before it. */
    public String hash() {
        return hash(text().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes a line apart.
     *
     * @throws IllegalArgumentException when it does not have the form of a journal line
     */
    static JournalLine parse(String text) {
        int previous = text.indexOf(PREVIOUS);
        int payload = text.indexOf(PAYLOAD);
        if (!text.startsWith(SEQUENCE)
                || previous < 0
                || payload < previous + PREVIOUS.length()
                || !text.endsWith("}")) {
            throw new IllegalArgumentException("Expected a journal line, but got '" + shortened(text) + "'");
        }
        return new JournalLine(
                Long.parseLong(text.substring(SEQUENCE.length(), previous)),
                text.substring(previous + PREVIOUS.length(), payload),
                text.substring(payload + PAYLOAD.length(), text.length() - 1));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    static String hash(byte[] bytes) {
        return hash(bytes, 0, bytes.length);
    }

    static String hash(byte[] bytes, int from, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
