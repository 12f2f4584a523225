package io.jenkins.plugins.drs.simulator.state;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Ids and shares drawn from a seed. Each prefix counts for itself, so that one call more does not change
 * the ids of jobs and instances.
 */
public final class Ids {
    private static final int AWS_ID_LENGTH = 17;
    private static final HexFormat DIGITS = HexFormat.of();

    private final long seed;
    private final Map<String, Long> counts = new HashMap<>();

    Ids(long seed) {
        this.seed = seed;
    }

    /** A new id: the prefix and 17 hexadecimal digits. */
    public String fresh(String prefix) {
        return stable(prefix, "fresh", Long.toString(counts.merge(prefix, 1L, Long::sum)));
    }

    /** The id that belongs to a key, always the same: the prefix and 17 hexadecimal digits. */
    public String stable(String prefix, String... key) {
        SplittableRandom random = random(prefix, key);
        String digits = DIGITS.toHexDigits(random.nextLong()) + DIGITS.toHexDigits(random.nextLong());
        return prefix + digits.substring(0, AWS_ID_LENGTH);
    }

    /** A new UUID of a kind. */
    public String uuid(String kind) {
        SplittableRandom random = random(kind, "uuid", Long.toString(counts.merge(kind, 1L, Long::sum)));
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(3L << 62) | 1L << 63;
        return new UUID(high, low).toString();
    }

    /** The number that belongs to a key, evenly spread from 0 to below 1. */
    public double share(String... key) {
        return random("share", key).nextDouble();
    }

    private SplittableRandom random(String prefix, String... key) {
        long hash = mix(seed ^ 0xcbf29ce484222325L, prefix);
        for (String part : key) {
            hash = mix(hash, part);
        }
        return new SplittableRandom(hash);
    }

    /** FNV-1a over the characters and an end mark. */
    private static long mix(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * 0x100000001b3L;
        }
        return (mixed ^ 0xFFFF) * 0x100000001b3L;
    }
}
