package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.execution.core.EngineClock;
import io.jenkins.plugins.drs.engine.execution.core.SteadyClock;
import io.jenkins.plugins.drs.simulator.client.RemoteClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The time that an execution lives in: real, or the simulator's. */
interface DrillTime extends EngineClock {
    /** How many seconds of this time pass in a real one; 1 where it moves by waiting. */
    default double scale() {
        return 1;
    }

    /** How long to wait for {@code time}, in real time; zero or less when it has come. May move time that stands still. */
    Duration realTimeUntil(Instant time);

    /** The machine's time for one execution: setting the machine's clock back or forward ends nothing early or late. */
    static final class Machine implements DrillTime {
        private final SteadyClock clock = new SteadyClock(InstantSource.system(), System::nanoTime);

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public Duration leapt() {
            return clock.leapt();
        }

        @Override
        public Duration realTimeUntil(Instant time) {
            return Duration.between(clock.instant(), time);
        }
    }

    /** Time that flows faster or slower than real time. */
    static final class Scaled implements DrillTime {
        private final Instant start;
        private final long startNanos = System.nanoTime();
        private final double scale;

        /** @param scale how many seconds of this time pass in a real one; above 0 */
        Scaled(Instant start, double scale) {
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

    /** Time of a simulator in another process that stands still until an execution waits for a later one. */
    static final class Stopped implements DrillTime {
        private final RemoteClock clock;

        private Stopped(RemoteClock clock) {
            this.clock = clock;
        }

        /**
         * The time of the simulator at {@code endpoint}, which may flow; empty when there is no simulator.
         *
         * @throws IOException when something takes calls there and does not answer them
         */
        static Optional<DrillTime> at(URI endpoint) throws IOException {
            return RemoteClock.at(endpoint)
                    .map(clock ->
                            clock.scale() == 0 ? new Stopped(clock) : new Scaled(clock.standing(), clock.scale()));
        }

        @Override
        public Instant instant() {
            return clock.standing();
        }

        @Override
        public synchronized Duration realTimeUntil(Instant instant) {
            if (instant.isAfter(clock.standing())) {
                clock.advanceTo(instant);
            }
            return Duration.ZERO;
        }
    }
}
