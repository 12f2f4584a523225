package io.jenkins.plugins.drs.simulator.fault;

/**
 * What a fault says and does. What is null takes the default of its kind.
 *
 * @param code error code, such as {@code InternalServerException}
 * @param status HTTP status of an error
 * @param message text of the error, or the raw error in a job log
 * @param retryAfterSeconds sent as {@code Retry-After} with a throttled call
 * @param delayMillis real milliseconds by which an answer is held back
 * @param lateSeconds simulated seconds for which a new job is not shown
 */
public record FaultEffect(
        String code, Integer status, String message, Integer retryAfterSeconds, Long delayMillis, Integer lateSeconds) {

    /** The kind's defaults. */
    public static final FaultEffect DEFAULT = new FaultEffect(null, null, null, null, null, null);

    public FaultEffect(String code, Integer status, String message, Integer retryAfterSeconds, Long delayMillis) {
        this(code, status, message, retryAfterSeconds, delayMillis, null);
    }

    /** The message, or a default where none was given. */
    public String messageOr(String otherwise) {
        return message == null ? otherwise : message;
    }
}
