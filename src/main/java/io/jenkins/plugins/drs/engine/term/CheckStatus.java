package io.jenkins.plugins.drs.engine.term;

/** Whether a check lets the drill go on. Only {@link #FAILED} does not. */
public enum CheckStatus {
    PASSED,
    WARNING,
    FAILED
}
