package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.util.Optional;

/** Calls to AWS. */
public sealed interface CallEvent extends ExecutionEvent {

    /**
     * One HTTP call.
     *
     * @param effect what the call was made for: key of the engine's effect
     * @param at when it began
     * @param outcome {@code ok} or the error code
     * @param cause number of the event that it was made because of; journals of earlier versions have none
     */
    record CallMade(
            String effect,
            String service,
            String operation,
            Target target,
            Instant at,
            long millis,
            String outcome,
            Optional<String> requestId,
            Optional<Long> cause)
            implements CallEvent {
        public CallMade {
            Needed.value(effect, "effect");
            Needed.value(service, "service");
            Needed.value(operation, "operation");
            Needed.value(target, "target");
            Needed.value(at, "at");
            Needed.value(outcome, "outcome");
            requestId = Needed.optional(requestId);
            cause = Needed.optional(cause);
        }
    }

    /**
     * An effect failed.
     *
     * @param kind what the failure means
     * @param retryAt when it is tried again; empty when it is not
     */
    record EffectFailed(
            String effect,
            int attempt,
            String operation,
            FailureKind kind,
            String code,
            String message,
            Optional<Instant> retryAt)
            implements CallEvent {
        public EffectFailed {
            Needed.value(effect, "effect");
            Needed.value(operation, "operation");
            Needed.value(kind, "kind");
            Needed.value(code, "code");
            Needed.value(message, "message");
            retryAt = Needed.optional(retryAt);
        }
    }

    /** An effect that had failed before worked. */
    record EffectRecovered(String effect) implements CallEvent {
        public EffectRecovered {
            Needed.value(effect, "effect");
        }
    }
}
