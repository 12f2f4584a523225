package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.environment.Timing;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import java.time.Duration;

/** How fast one server's phases go: the environment's timing with the server's own jitter, always the same. */
final class Pace {
    private final Timing timing;
    private final double factor;
    private final double launchFactor;

    Pace(Region region, SourceServer server) {
        this.timing = region.world().environment().timing();
        double share = region.world().ids().share("jitter", region.accountId(), region.name(), server.id());
        this.factor = 1 + timing.jitter() * (2 * share - 1);
        this.launchFactor = launchFactor(server.spec().launchSeconds());
    }

    Duration cleanup() {
        return seconds(timing.cleanup() * launchFactor);
    }

    Duration snapshot() {
        return seconds(timing.snapshot() * launchFactor);
    }

    Duration conversion() {
        return seconds(timing.conversion() * launchFactor);
    }

    Duration launch() {
        return seconds(timing.launch() * launchFactor);
    }

    Duration statusChecks() {
        return seconds(timing.ec2StatusOk() * factor);
    }

    Duration ssmOnline() {
        return seconds(timing.ssmOnline() * factor);
    }

    Duration terminate() {
        return seconds(timing.terminate() * factor);
    }

    /** Makes the phases fill the time that a server was given; without one, jitter alone. */
    private double launchFactor(Integer launchSeconds) {
        double usual = timing.cleanup() + timing.snapshot() + timing.conversion() + timing.launch();
        return launchSeconds == null || usual == 0 ? factor : Math.max(0, launchSeconds - timing.jobPending()) / usual;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
