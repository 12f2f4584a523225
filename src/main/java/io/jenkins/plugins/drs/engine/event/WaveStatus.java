package io.jenkins.plugins.drs.engine.event;

/** How a wave stands. From {@link #COMPLETED} on these are ends. */
public enum WaveStatus {
    PENDING,
    PAUSED,
    PRE_ACTIONS,
    LAUNCHING,
    VALIDATING,
    POST_ACTIONS,
    COMPLETED,
    /** Some servers launched and some did not. */
    PARTIAL,
    FAILED,
    /** A wave that it depends on did not complete. */
    SKIPPED,
    CANCELLED;

    public boolean isEnd() {
        return compareTo(COMPLETED) >= 0;
    }
}
