package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.simulator.client.RemoteClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time of a simulator in another process that stands still until an execution waits for a later one. */
final class StoppedTime implements DrillTime {
    private final RemoteClock clock;

    private StoppedTime(RemoteClock clock) {
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
                        clock.scale() == 0 ? new StoppedTime(clock) : new ScaledTime(clock.standing(), clock.scale()));
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
