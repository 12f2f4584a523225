package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.cli.run.Pace;
import io.jenkins.plugins.drs.engine.execution.core.EngineClock;
import java.time.Duration;
import java.time.Instant;

/** Virtual time of a simulator in another process: waiting moves it. */
record RemoteVirtualTime(Pace pace) implements EngineClock {
    @Override
    public Instant instant() {
        return pace.instant();
    }

    void sleep(Duration time) {
        sleepUntil(instant().plus(time));
    }

    void sleepUntil(Instant time) {
        try {
            pace.await(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to measure undisturbed, but was interrupted", e);
        }
    }
}
