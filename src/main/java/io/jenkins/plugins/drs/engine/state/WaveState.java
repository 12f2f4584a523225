package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A wave as it stands.
 *
 * @param since when it got this status
 * @param launchBegan when it came to {@link WaveStatus#LAUNCHING}
 * @param released whether it may start, where waves wait to be released
 * @param approval what a person decided about its pause
 */
public record WaveState(
        String name,
        WaveStatus status,
        Instant since,
        Optional<Instant> launchBegan,
        boolean released,
        Optional<Boolean> approval) {

    static WaveState pending(String name, Instant at) {
        return new WaveState(name, WaveStatus.PENDING, at, Optional.empty(), false, Optional.empty());
    }

    WaveState movedTo(WaveStatus to, Instant at) {
        Lifecycles.WAVE.check(name, status, to);
        Optional<Instant> began = to == WaveStatus.LAUNCHING ? Optional.of(at) : launchBegan;
        return new WaveState(name, to, at, began, released, approval);
    }

    WaveState withRelease() {
        return new WaveState(name, status, since, launchBegan, true, approval);
    }

    WaveState withApproval(boolean approved) {
        return new WaveState(name, status, since, launchBegan, released, Optional.of(approved));
    }
}
