package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import java.time.Instant;
import java.util.Set;

/**
 * AWS refuses the keys that calls are made with, and no call has worked since.
 *
 * @param since the first such refusal in a row
 * @param failure that refusal
 */
public record RefusedKeys(Instant since, EffectFailed failure) {
    /** Kinds of failures that keys do not recover from by themselves; as {@code FailureKind} names them. */
    static final Set<String> KINDS = Set.of("EXPIRED_KEYS", "NO_CREDENTIALS");
}
