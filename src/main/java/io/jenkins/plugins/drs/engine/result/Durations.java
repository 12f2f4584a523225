package io.jenkins.plugins.drs.engine.result;

import java.time.Duration;

/** Durations for people. */
public final class Durations {
    private static final Duration FINE = Duration.ofSeconds(10);

    private Durations() {}

    /**
     * A duration such as {@code 1h 2m 5s}, {@code 15m 30s}, {@code 1h} or {@code 45s}; tenths are shown below ten seconds
     * only.
     */
    public static String text(Duration duration) {
        if (duration.compareTo(FINE) < 0) {
            return tenths(duration);
        }
        long seconds = duration.toSeconds();
        StringBuilder text = new StringBuilder();
        append(text, seconds / 86_400, "d");
        append(text, seconds / 3_600 % 24, "h");
        append(text, seconds / 60 % 60, "m");
        append(text, seconds % 60, "s");
        return text.toString();
    }

    private static String tenths(Duration duration) {
        long tenths = duration.toMillis() / 100;
        return tenths % 10 == 0 ? tenths / 10 + "s" : tenths / 10 + "." + tenths % 10 + "s";
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : " ").append(count).append(unit);
        }
    }
}
