package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.engine.execution.core.EngineClock;
import java.time.Instant;

/** The time of a run, and how it is waited for. */
public interface Pace extends EngineClock {
    /**
     * Waits until {@code time}, until {@link #wake} was called, or a little while, whichever comes first.
     *
     * @param time null means until woken
     */
    void await(Instant time) throws InterruptedException;

    /** How many seconds of this time pass in a real one; 1 where it moves by waiting. */
    default double scale() {
        return 1;
    }

    /** Ends the wait that is under way, or else the next one. Safe to call from any thread. */
    void wake();
}
