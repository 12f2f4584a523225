package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.execution.core.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The machine's time for one execution: setting the machine's clock back or forward ends nothing early or late. */
final class MachineTime implements DrillTime {
    private final SteadyClock clock = new SteadyClock(InstantSource.system(), System::nanoTime);

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public Duration leapt() {
        return clock.leapt();
    }

    @Override
    public Duration realTimeUntil(Instant time) {
        return Duration.between(clock.instant(), time);
    }
}
