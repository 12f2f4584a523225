package io.jenkins.plugins.drs.engine.execution.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of a machine whose clock may be set: it begins with what that clock says and goes on with what has really
 * passed. Where the clock is then found to be ahead, the machine was suspended or its clock was set forward; the time
 * follows with a leap. Where the clock was set back, the time goes on as if nothing had happened.
 *
 * <p>Safe for use by threads.
 */
public final class SteadyClock implements EngineClock {
    /** Corrections of the machine's clock by less than this are left alone. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final InstantSource machine;
    private final LongSupplier nanos;
    private Instant from;
    private long fromNanos;
    private Duration leapt = Duration.ZERO;

    /**
     * A clock that begins now.
     *
     * @param machine what the machine takes for the time
     * @param nanos what has passed while the machine ran, from any beginning, in nanoseconds: nobody can set it
     */
    public SteadyClock(InstantSource machine, LongSupplier nanos) {
        this.machine = machine;
        this.nanos = nanos;
        this.from = machine.instant();
        this.fromNanos = nanos.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        long passed = nanos.getAsLong();
        Instant steady = from.plusNanos(passed - fromNanos);
        Instant seen = machine.instant();
        Duration ahead = Duration.between(steady, seen);
        if (ahead.compareTo(TOLERANCE) <= 0) {
            return steady;
        }
        leapt = leapt.plus(ahead);
        from = seen;
        fromNanos = passed;
        return seen;
    }

    @Override
    public synchronized Duration leapt() {
        return leapt;
    }
}
