package io.jenkins.plugins.drs.engine.state;

/** What an execution is busy with. */
public enum Phase {
    NEW,
    PREFLIGHT,
    WAVES,
    CLEANUP,
    FINISHED
}
