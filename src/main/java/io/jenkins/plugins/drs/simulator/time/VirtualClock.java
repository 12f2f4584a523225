package io.jenkins.plugins.drs.simulator.time;

import java.time.Instant;

/** Time that only its owner moves. */
final class VirtualClock implements SimulatorClock {
    private Instant now;

    VirtualClock(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public Mode mode() {
        return Mode.VIRTUAL;
    }

    @Override
    public double scale() {
        return 0;
    }

    @Override
    public synchronized void advanceTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }
}
