package io.jenkins.plugins.drs.engine.state;

import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of an effect that may be repeated.
 *
 * @param calls how many calls it has made
 * @param lastCall when the last of them began
 * @param failures how often it has failed in a row
 * @param notBefore when it may be tried again after a failure
 */
public record EffectHistory(int calls, Optional<Instant> lastCall, int failures, Optional<Instant> notBefore) {
    static final EffectHistory NONE = new EffectHistory(0, Optional.empty(), 0, Optional.empty());

    EffectHistory called(Instant at) {
        return new EffectHistory(calls + 1, Optional.of(at), failures, notBefore);
    }

    EffectHistory failed(int attempt, Optional<Instant> retryAt) {
        return new EffectHistory(calls, lastCall, attempt, retryAt);
    }

    EffectHistory recovered() {
        return new EffectHistory(calls, lastCall, 0, Optional.empty());
    }
}
