package io.jenkins.plugins.drs.engine.event;

/** What an execution is for. */
public enum Mode {
    /** Launches drill instances, validates them and takes them down. */
    DRILL,
    /** Launches recovery instances for real and leaves them running. */
    RECOVERY,
    /** Preflight alone; changes nothing. */
    CHECK,
    /** Takes down what earlier drills of the plan left behind. */
    CLEANUP
}
