package io.jenkins.plugins.drs.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A call that AWS would refuse: code and status as the service model has them, further members of the
 * error's shape, and the seconds after which to try again.
 */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final ObjectNode members = Json.object();
    private int retryAfterSeconds = -1;

    public AwsError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** With one more member of the error's shape. */
    public AwsError with(String member, String value) {
        members.put(member, value);
        return this;
    }

    /** Tells the client when to try again. */
    public AwsError retryAfter(int seconds) {
        this.retryAfterSeconds = seconds;
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Members beside code and message; may be added to. */
    public ObjectNode members() {
        return members;
    }

    /** Seconds to wait before trying again; negative when not told. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Failures that every service knows, though each protocol has its own names for them. */
    public enum CommonFailure {
        NO_SIGNATURE("Missing Authentication Token"),
        GARBLED_SIGNATURE("Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters."),
        UNKNOWN_KEY("The security token included in the request is invalid."),
        EXPIRED("The security token included in the request is expired"),
        ACCESS_DENIED("User is not authorized to perform this operation"),
        THROTTLED("Rate exceeded"),
        UNKNOWN_OPERATION("The requested operation is not recognized by the service."),
        UNREADABLE("The request could not be read."),
        TOO_LARGE("The request is too large."),
        INTERNAL("The request processing has failed because of an unknown error, exception or failure.");

        private final String message;

        CommonFailure(String message) {
            this.message = message;
        }

        /** What AWS says where nothing better is known. */
        public String message() {
            return message;
        }
    }
}
