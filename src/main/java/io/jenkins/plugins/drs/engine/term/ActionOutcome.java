package io.jenkins.plugins.drs.engine.term;

/** How an action stands. From {@link #SUCCEEDED} on these are ends. */
public enum ActionOutcome {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** Its time was up, so it was stopped. */
    TIMED_OUT,
    /** It was stopped because the execution was cancelled. */
    CANCELLED,
    /** It never ran: AWS refused the start, or an earlier action failed. */
    NOT_RUN;

    public boolean ended() {
        return compareTo(SUCCEEDED) >= 0;
    }

    /** Whether something is wrong with the action itself. */
    public boolean failed() {
        return this == FAILED || this == TIMED_OUT;
    }

    /** What to do about it when it went wrong, as a sentence. */
    public String remedy() {
        return switch (this) {
            case TIMED_OUT ->
                "See in Systems Manager which step took so long, or give the action a longer maxWaitTime.";
            case NOT_RUN -> "Check the runbook's name, its parameters and the role's permission to start it.";
            default -> "Open the automation execution in Systems Manager and read the step that failed.";
        };
    }
}
