package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import java.time.Instant;
import java.util.Optional;

/**
 * A call of {@code StartRecovery}, as it stands.
 *
 * @param at when it was intended
 * @param looks how often its job was looked up in vain
 * @param lookedAt when the last of these looks began
 */
public record LaunchState(LaunchIntended intended, Instant at, Outcome outcome, int looks, Optional<Instant> lookedAt) {
    /** What is known of the call. */
    public enum Outcome {
        /** It may or may not have reached AWS. */
        IN_DOUBT,
        ACCEPTED,
        NOT_MADE
    }

    static LaunchState intended(LaunchIntended intended, Instant at) {
        return new LaunchState(intended, at, Outcome.IN_DOUBT, 0, Optional.empty());
    }

    LaunchState with(Outcome known) {
        return new LaunchState(intended, at, known, looks, lookedAt);
    }

    LaunchState lookedUp(Instant began) {
        return new LaunchState(intended, at, outcome, looks + 1, Optional.of(began));
    }

    public boolean isInDoubt() {
        return outcome == Outcome.IN_DOUBT;
    }
}
