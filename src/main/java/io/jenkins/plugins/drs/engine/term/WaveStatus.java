package io.jenkins.plugins.drs.engine.term;

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

    public boolean ended() {
        return compareTo(COMPLETED) >= 0;
    }

    /** Whether it is under way and waits for no approval. */
    public boolean active() {
        return this != PENDING && this != PAUSED && !ended();
    }
}
