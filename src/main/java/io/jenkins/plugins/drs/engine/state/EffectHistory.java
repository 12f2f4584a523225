package io.jenkins.plugins.drs.engine.state;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is remembered of an effect that may be repeated.
 *
 * @param calls how many calls it has made
 * @param lastCall when the last of them began
 * @param lastCallEnded when it ended
 * @param failures how often it has failed in a row
 * @param lastFailure when it failed last
 * @param notBefore when it may be tried again after a failure
 */
public record EffectHistory(
        int calls,
        Optional<Instant> lastCall,
        Optional<Instant> lastCallEnded,
        int failures,
        Optional<Instant> lastFailure,
        Optional<Instant> notBefore) {
    public static final EffectHistory NONE =
            new EffectHistory(0, Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty());

    /** Whether it was tried since then: a call began, or it failed, perhaps before it came to a call. */
    public boolean isTriedSince(Instant time) {
        return Stream.concat(lastCall.stream(), lastFailure.stream()).anyMatch(tried -> !tried.isBefore(time));
    }

    public EffectHistory called(Instant at, Instant ended) {
        return new EffectHistory(calls + 1, Optional.of(at), Optional.of(ended), failures, lastFailure, notBefore);
    }

    /** Somebody else did it, with the same result. */
    EffectHistory seen(Instant at) {
        return new EffectHistory(calls, Optional.of(at), Optional.of(at), failures, lastFailure, notBefore);
    }

    EffectHistory failed(int attempt, Instant at, Optional<Instant> retryAt) {
        return new EffectHistory(calls, lastCall, lastCallEnded, attempt, Optional.of(at), retryAt);
    }

    EffectHistory recovered() {
        return new EffectHistory(calls, lastCall, lastCallEnded, 0, lastFailure, Optional.empty());
    }
}
