package io.jenkins.plugins.drs.cli.run;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Names of executions, and hashes of what they run. */
public final class ExecutionIds {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private ExecutionIds() {}

    /** A new id that sorts by time and that no other execution has. */
    static String next(Instant now) {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        return "drs-" + STAMP.format(now) + "-" + HexFormat.of().formatHex(random);
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
