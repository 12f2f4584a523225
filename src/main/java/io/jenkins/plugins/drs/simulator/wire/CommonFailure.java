package io.jenkins.plugins.drs.simulator.wire;

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
