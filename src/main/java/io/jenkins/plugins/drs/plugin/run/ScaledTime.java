package io.jenkins.plugins.drs.plugin.run;

import java.time.Duration;
import java.time.Instant;

/** Time that flows faster or slower than real time. */
final class ScaledTime implements DrillTime {
    private final Instant start;
    private final long startNanos = System.nanoTime();
    private final double scale;

    /** @param scale how many seconds of this time pass in a real one; above 0 */
    ScaledTime(Instant start, double scale) {
        this.start = start;
        this.scale = scale;
    }

    @Override
    public Instant instant() {
        return start.plusNanos((long) ((System.nanoTime() - startNanos) * scale));
    }

    @Override
    public double scale() {
        return scale;
    }

    @Override
    public Duration realTimeUntil(Instant time) {
        return Duration.ofNanos(
                (long) Math.ceil(Duration.between(instant(), time).toNanos() / scale));
    }
}
