package io.jenkins.plugins.drs.engine.state;

/** How far the taking down of an instance has come. */
public enum InstanceStage {
    UP,
    /** A termination was intended or runs. */
    GOING,
    GONE,
    /** It stays, and was said to. */
    LEFT
}
