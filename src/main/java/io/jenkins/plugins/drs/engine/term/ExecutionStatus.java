package io.jenkins.plugins.drs.engine.term;

/** How an execution stands. The last four are ends. */
public enum ExecutionStatus {
    PENDING,
    RUNNING,
    PAUSED,
    /** Every server of every wave was seen launched and validated, and nothing was left running unasked. */
    COMPLETED,
    /** Some of it worked. */
    PARTIAL,
    FAILED,
    CANCELLED;

    public boolean ended() {
        return compareTo(COMPLETED) >= 0;
    }
}
