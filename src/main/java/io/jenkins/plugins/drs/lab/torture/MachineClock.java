package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.execution.core.EngineClock;
import io.jenkins.plugins.drs.engine.execution.core.SteadyClock;
import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of the engine's machine. What it shows is the world's time, give or take what somebody set it by; what it
 * counts stands still while the machine is suspended. Each process of the engine makes its own time of the two.
 */
final class MachineClock implements EngineClock {
    private final SimulatorClock world;
    private Duration ahead = Duration.ZERO;
    private Duration suspended = Duration.ZERO;
    private SteadyClock process;

    MachineClock(SimulatorClock world) {
        this.world = world;
        startProcess();
    }

    @Override
    public Instant instant() {
        return process.instant();
    }

    @Override
    public Duration leapt() {
        return process.leapt();
    }

    void startProcess() {
        process = new SteadyClock(this::shown, this::nanos);
    }

    /** What a look at the machine's clock shows. */
    Instant shown() {
        return world.now().plus(ahead);
    }

    private long nanos() {
        return Duration.between(Instant.EPOCH, world.now().minus(suspended)).toNanos();
    }

    void setBy(Duration change) {
        ahead = ahead.plus(change);
    }

    void suspend(Duration length) {
        world.advance(length);
        suspended = suspended.plus(length);
    }

    /** Suspends the engine's machine and sets its clock where the scenario says so. */
    record MachineTroubles(Scenario scenario, Memory memory, MachineClock clock) {
        void strike(Trouble.Moment moment) {
            for (Trouble.Suspend suspend : scenario.troubles(Trouble.Suspend.class)) {
                if (suspend.moment() == moment && memory.isDue(suspend, suspend.afterEvent())) {
                    clock.suspend(suspend.length());
                }
            }
            for (Trouble.ClockJump jump : scenario.troubles(Trouble.ClockJump.class)) {
                if (jump.moment() == moment && memory.isDue(jump, jump.afterEvent())) {
                    clock.setBy(jump.by());
                }
            }
        }
    }
}
