package io.jenkins.plugins.drs.lab.torture;

import java.time.Duration;

/** The engine's process dies here. An error, so that nobody on its way takes it for a failure of AWS. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    private final transient Trouble.Crash crash;

    Killed(Trouble.Crash crash) {
        super(crash.toString(), null, false, false);
        this.crash = crash;
    }

    /** How long nobody takes over. */
    Duration outage() {
        return crash.outage();
    }
}
