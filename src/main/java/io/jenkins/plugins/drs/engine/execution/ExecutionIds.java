package io.jenkins.plugins.drs.engine.execution;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Names of executions. */
public final class ExecutionIds {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private ExecutionIds() {}

    /** A new id that sorts by time and that no other execution has. */
    public static String next(Instant now) {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        return "drs-" + STAMP.format(now) + "-" + HexFormat.of().formatHex(random);
    }
}
