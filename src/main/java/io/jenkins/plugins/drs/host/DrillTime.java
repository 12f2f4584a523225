package io.jenkins.plugins.drs.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time that an execution lives in: real, or the simulator's. */
interface DrillTime extends InstantSource {
    /** The machine's time. */
    DrillTime REAL = new DrillTime() {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public Duration realTimeUntil(Instant time) {
            return Duration.between(Instant.now(), time);
        }
    };

    /** How many seconds of this time pass in a real one; 1 where it moves by waiting. */
    default double scale() {
        return 1;
    }

    /** How long to wait for {@code time}, in real time; zero or less when it has come. May move time that stands still. */
    Duration realTimeUntil(Instant time);
}
