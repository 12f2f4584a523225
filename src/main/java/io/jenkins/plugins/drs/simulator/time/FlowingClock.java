package io.jenkins.plugins.drs.simulator.time;

import java.time.Instant;

/** Time that flows with the machine's monotonic clock, at a constant rate. */
final class FlowingClock implements SimulatorClock {
    private final Instant start;
    private final double factor;
    private final long startNanos = System.nanoTime();

    FlowingClock(Instant start, double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("Expected a time scale above 0, but got " + factor);
        }
        this.start = start;
        this.factor = factor;
    }

    @Override
    public Instant now() {
        return start.plusNanos((long) ((System.nanoTime() - startNanos) * factor));
    }

    @Override
    public Mode mode() {
        return factor == 1.0 ? Mode.REAL : Mode.SCALED;
    }

    @Override
    public double scale() {
        return factor;
    }
}
