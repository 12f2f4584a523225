package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import java.time.Duration;
import java.time.Instant;

/** Simulated time that can be set while the past is played again, stands still during a request, and flows otherwise. */
final class HaltedClock implements SimulatorClock, DrillTime {
    private final double scale;
    private Instant start;
    private long startNanos;
    private boolean flowing;

    HaltedClock(Instant start, double scale) {
        this.start = start;
        this.scale = scale;
    }

    @Override
    public synchronized Instant now() {
        return flowing ? start.plusNanos((long) ((System.nanoTime() - startNanos) * scale)) : start;
    }

    /** Halts at the present. */
    synchronized Instant halt() {
        start = now();
        flowing = false;
        return start;
    }

    /** Moves on while halted; a time that is past changes nothing. */
    @Override
    public synchronized void advanceTo(Instant instant) {
        if (instant.isAfter(now())) {
            start = instant;
            startNanos = System.nanoTime();
        }
    }

    synchronized void flow() {
        startNanos = System.nanoTime();
        flowing = true;
    }

    @Override
    public Mode mode() {
        return Mode.SCALED;
    }

    @Override
    public double scale() {
        return scale;
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public Duration realTimeUntil(Instant time) {
        return Duration.ofNanos((long) Math.ceil(Duration.between(now(), time).toNanos() / scale));
    }
}
