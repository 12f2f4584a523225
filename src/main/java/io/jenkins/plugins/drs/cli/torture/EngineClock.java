package io.jenkins.plugins.drs.cli.torture;

import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of the engine's machine: the world's time, give or take what somebody set it by. */
final class EngineClock implements InstantSource {
    private final SimulatorClock world;
    private Duration ahead = Duration.ZERO;

    EngineClock(SimulatorClock world) {
        this.world = world;
    }

    @Override
    public Instant instant() {
        return world.now().plus(ahead);
    }

    void setBy(Duration change) {
        ahead = ahead.plus(change);
    }
}
