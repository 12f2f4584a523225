package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of an effect that may be repeated.
 *
 * @param calls how many calls it has made
 * @param lastCall when the last of them began
 * @param lastCallEnded when it ended
 * @param failures how often it has failed in a row
 * @param lastFailure how it failed last; empty when it never did
 * @param failingSince when it failed first of those times in a row; empty when it did not fail last
 * @param notBefore when it may be tried again after a failure
 * @param kept whether all that the last call told is in the journal: a process may have died while it wrote that
 */
public record EffectHistory(
        int calls,
        Optional<Instant> lastCall,
        Optional<Instant> lastCallEnded,
        int failures,
        Optional<EffectFailed> lastFailure,
        Optional<Instant> failingSince,
        Optional<Instant> notBefore,
        boolean kept) {
    /** Under this key, failures of all effects for the keys that calls are made with; none since a call worked. */
    public static final String KEYS = "keys";

    public static final EffectHistory NONE = new EffectHistory(
            0, Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty(), true);

    /** Whether it was tried since then, and AWS answered: a look that was refused is no look. */
    public boolean isAnsweredSince(Instant time) {
        return failures == 0
                && kept
                && lastCall.filter(tried -> !tried.isBefore(time)).isPresent();
    }

    public EffectHistory called(Instant at, Instant ended) {
        return new EffectHistory(
                calls + 1, Optional.of(at), Optional.of(ended), failures, lastFailure, failingSince, notBefore, true);
    }

    /** Somebody else did it, with the same result. */
    EffectHistory seen(Instant at) {
        return new EffectHistory(
                calls, Optional.of(at), Optional.of(at), 0, lastFailure, Optional.empty(), Optional.empty(), true);
    }

    EffectHistory failed(EffectFailed failure, Instant at) {
        return new EffectHistory(
                calls,
                lastCall,
                lastCallEnded,
                failure.attempt(),
                Optional.of(failure),
                failingSince.or(() -> Optional.of(at)),
                failure.retryAt(),
                kept);
    }

    EffectHistory recovered() {
        return new EffectHistory(
                calls, lastCall, lastCallEnded, 0, lastFailure, Optional.empty(), Optional.empty(), kept);
    }

    /** As it is for the next process. */
    EffectHistory interrupted() {
        return new EffectHistory(calls, lastCall, lastCallEnded, failures, lastFailure, failingSince, notBefore, false);
    }
}
