package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One HTTP call to AWS as the audit trail keeps it. Holds no parameter, so it cannot hold a secret.
 *
 * @param service lower-case service name: {@code drs}, {@code ssm}, {@code ec2}, {@code sts}, {@code secretsmanager}
 * @param operation such as {@code StartRecovery}
 * @param at when it began
 * @param duration until its answer or failure
 * @param outcome {@code ok} or the error code
 * @param requestId id that AWS gave it, if it answered
 */
public record CallRecord(
        String service,
        String operation,
        Target target,
        Instant at,
        Duration duration,
        String outcome,
        Optional<String> requestId) {

    /** Hears of every call to AWS right after it ended, on the thread that made it. */
    @FunctionalInterface
    public interface CallListener {
        void called(CallRecord call);
    }
}
