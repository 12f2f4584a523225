package io.jenkins.plugins.drs.engine.execution.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The time of one execution. Never goes back, neither while an engine runs nor from one engine to the next: where the
 * host's clock does, this one goes on from where it was, ahead of the host's from then on.
 *
 * <p>Safe for use by threads.
 */
public final class EngineTime implements InstantSource {
    private final EngineClock clock;
    private Duration ahead = Duration.ZERO;
    private Instant last;

    /** @param lastEvent time of the last event in the journal; empty when there is none */
    public EngineTime(EngineClock clock, Optional<Instant> lastEvent) {
        this.clock = clock;
        this.last = lastEvent.orElse(Instant.MIN);
    }

    @Override
    public synchronized Instant instant() {
        Instant now = clock.instant().plus(ahead);
        if (now.isBefore(last)) {
            ahead = ahead.plus(Duration.between(now, last));
            now = last;
        }
        last = now;
        return now;
    }

    /** Now or before, of a time that was read from the host's clock. */
    public synchronized Instant of(Instant byClock) {
        Instant time = byClock.plus(ahead);
        Instant now = instant();
        return time.isAfter(now) ? now : time;
    }

    /** What the host's clock will show at {@code time}. */
    public synchronized Instant toClock(Instant time) {
        return time.minus(ahead);
    }

    /** As of {@link EngineClock#leapt()}. */
    public Duration leapt() {
        return clock.leapt();
    }
}
