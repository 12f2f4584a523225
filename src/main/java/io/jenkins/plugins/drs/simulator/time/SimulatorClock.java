package io.jenkins.plugins.drs.simulator.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The simulated world's time. Everything that happens in the world is a function of it; nothing in the
 * simulator waits for it.
 */
public interface SimulatorClock {
    /** More simulated seconds in a real one are refused: between two polls everything would be over. */
    double HIGHEST_SCALE = 1_000_000;

    /** No request moves time so far: what comes later cannot be written as AWS writes times. */
    Instant END = Instant.parse("2200-01-01T00:00:00Z");

    /** How the time moves. */
    enum Mode {
        VIRTUAL,
        SCALED,
        REAL
    }

    /** Current simulated time; never goes back. */
    Instant now();

    /** Says how the time moves. */
    Mode mode();

    /** How many simulated seconds pass in a real one; 0 while time stands still until it is advanced. */
    double scale();

    /**
     * Moves virtual time forward.
     *
     * @param instant new time; one that is already past changes nothing
     * @throws IllegalStateException if the time moves by itself
     */
    default void advanceTo(Instant instant) {
        throw new IllegalStateException(
                "Expected a virtual clock to advance to " + instant + ", but time is " + mode());
    }

    /** Moves virtual time forward by a duration; see {@link #advanceTo}. */
    default void advance(Duration duration) {
        advanceTo(now().plus(duration));
    }

    /** A clock that stands still until it is advanced: the same calls give the same world. */
    static SimulatorClock virtual(Instant start) {
        return new VirtualClock(start);
    }

    /** A clock that starts at an instant and runs {@code factor} times as fast as real time. */
    static SimulatorClock scaled(Instant start, double factor) {
        return new FlowingClock(start, factor);
    }

    /** A clock that shows the machine's time. */
    static SimulatorClock real() {
        return new FlowingClock(Instant.now(), 1.0);
    }

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
}
