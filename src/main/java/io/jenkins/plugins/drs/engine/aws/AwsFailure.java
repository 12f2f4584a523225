package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** A call to AWS that failed, with everything that decides what to do about it. */
public final class AwsFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Details details;

    /**
     * What is known of the failure.
     *
     * @param kind what it means
     * @param operation service and operation, such as {@code drs:StartRecovery}
     * @param code AWS error code such as {@code ConflictException}, or the name of a local failure
     * @param message sentence of AWS or of the HTTP client; never holds a secret
     * @param requestId id that AWS gave the request, if it answered
     * @param retryAfter how long AWS asks to wait, if it says so
     */
    public record Details(
            FailureKind kind,
            String operation,
            String code,
            String message,
            Optional<String> requestId,
            Optional<Duration> retryAfter) {}

    public AwsFailure(Details details, Throwable cause) {
        super(details.operation() + " failed with " + details.code() + ": " + details.message(), cause);
        this.details = details;
    }

    /** The failure of a call whose answer does not fit to what is known: nothing is known of it, as if there were none. */
    public static AwsFailure unreadable(String operation, String message) {
        return new AwsFailure(
                new Details(
                        FailureKind.UNREADABLE,
                        operation,
                        "UnreadableAnswer",
                        message,
                        Optional.empty(),
                        Optional.empty()),
                null);
    }

    /** The same failure of credentials that are renewed by themselves before their time is over, or of such that are not. */
    public AwsFailure ofKeys(boolean renewed) {
        if (renewed || kind() != FailureKind.EXPIRED_CREDENTIALS) {
            return this;
        }
        Details ofKeys = new Details(
                FailureKind.EXPIRED_KEYS,
                details.operation(),
                details.code(),
                details.message(),
                details.requestId(),
                details.retryAfter());
        return new AwsFailure(ofKeys, getCause());
    }

    public Details details() {
        return details;
    }

    public FailureKind kind() {
        return details.kind();
    }

    /** What happened: operation, code, the words of AWS and the id of the request. */
    public String sentence() {
        return getMessage()
                + details.requestId().map(id -> " (request " + id + ")").orElse("");
    }

    /** What to do about it. */
    public String remedy() {
        return kind().remedy(details.operation());
    }

    /** What happened and what to do about it. */
    public String explained() {
        return sentence() + " " + remedy();
    }
}
