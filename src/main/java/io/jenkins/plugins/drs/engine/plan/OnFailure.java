package io.jenkins.plugins.drs.engine.plan;

/** What a failed wave or action means for what comes after it. */
public enum OnFailure {
    /** What depends on it is skipped. */
    STOP,
    /** What depends on it goes on as if it had completed; the failure stays in the result. */
    CONTINUE
}
