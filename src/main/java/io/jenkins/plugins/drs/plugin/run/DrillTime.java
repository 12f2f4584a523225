package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.execution.core.EngineClock;
import java.time.Duration;
import java.time.Instant;

/** The time that an execution lives in: real, or the simulator's. */
interface DrillTime extends EngineClock {
    /** How many seconds of this time pass in a real one; 1 where it moves by waiting. */
    default double scale() {
        return 1;
    }

    /** How long to wait for {@code time}, in real time; zero or less when it has come. May move time that stands still. */
    Duration realTimeUntil(Instant time);
}
