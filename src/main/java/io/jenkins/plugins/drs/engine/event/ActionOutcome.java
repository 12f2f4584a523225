package io.jenkins.plugins.drs.engine.event;

/** How an action ended. */
public enum ActionOutcome {
    SUCCEEDED,
    FAILED,
    /** Its time was up, so it was stopped. */
    TIMED_OUT,
    /** It was stopped because the execution was cancelled. */
    CANCELLED,
    /** It never ran: AWS refused the start, or an earlier action failed. */
    NOT_RUN
}
