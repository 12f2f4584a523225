package io.jenkins.plugins.drs.simulator;

import io.jenkins.plugins.drs.simulator.environment.Environment;
import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import java.time.Instant;
import java.util.UUID;

/**
 * How to start a simulator.
 *
 * @param clock the world's time
 * @param host name or address to listen at; must be the loopback
 * @param port 0 for any that is free
 * @param worldId tells this world from every other one; each answer carries it
 * @param listening false for use within the process only, by {@link Simulator#handle}
 */
public record SimulatorOptions(
        Environment environment, SimulatorClock clock, String host, int port, String worldId, boolean listening) {

    /** Where virtual time begins when the environment does not say. */
    private static final Instant VIRTUAL_START = Instant.parse("2026-01-05T03:00:00Z");

    /** An environment in virtual time, at a free port of the loopback. */
    public static SimulatorOptions of(Environment environment) {
        return new SimulatorOptions(
                environment,
                SimulatorClock.virtual(startOf(environment)),
                "127.0.0.1",
                0,
                UUID.randomUUID().toString(),
                true);
    }

    /** An environment in JSON; see {@link Environment#parse}. */
    public static SimulatorOptions of(String environmentJson) {
        return of(Environment.parse(environmentJson));
    }

    /** In time that flows by itself, {@code scale} times as fast as real time, from the environment's start or now. */
    public SimulatorOptions withTimeScale(double scale) {
        Instant start = environment.startTime() == null ? Instant.now() : environment.startTime();
        return withClock(SimulatorClock.scaled(start, scale));
    }

    /** With a clock that the caller shares. */
    public SimulatorOptions withClock(SimulatorClock other) {
        return new SimulatorOptions(environment, other, host, port, worldId, listening);
    }

    /** At a port; 0 for any that is free. */
    public SimulatorOptions withPort(int other) {
        return new SimulatorOptions(environment, clock, host, other, worldId, listening);
    }

    /** At another name or address of the loopback. */
    public SimulatorOptions withHost(String other) {
        return new SimulatorOptions(environment, clock, other, port, worldId, listening);
    }

    /** As a world that was there before, such as one that is restored. */
    public SimulatorOptions withWorldId(String other) {
        return new SimulatorOptions(environment, clock, host, port, other, listening);
    }

    /** Without a socket. */
    public SimulatorOptions inProcess() {
        return new SimulatorOptions(environment, clock, host, port, worldId, false);
    }

    private static Instant startOf(Environment environment) {
        return environment.startTime() == null ? VIRTUAL_START : environment.startTime();
    }
}
