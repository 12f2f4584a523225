package io.jenkins.plugins.drs.engine.execution.core;

import java.time.Duration;
import java.time.InstantSource;

/** The time of the machine that an engine runs on. */
@FunctionalInterface
public interface EngineClock extends InstantSource {
    /**
     * How far it has leapt forward in all, because the machine was suspended or its clock was set. Nobody could do
     * anything in that time, so it counts against no limit. Covers every leap that an instant given so far contains.
     */
    default Duration leapt() {
        return Duration.ZERO;
    }
}
