package io.jenkins.plugins.drs.engine.term;

/** Where a server failed. */
public enum FailureStage {
    /** Its launch settings could not be corrected. */
    SETTINGS,
    /** No job was started for it. */
    START,
    /** Its job did not launch it. */
    LAUNCH,
    /** Its instance did not become healthy. */
    VALIDATION,
    /** Its wave ended before its turn. */
    NOT_REACHED,
    /** Its outcome could not be read: it may be recovered and run. */
    UNSEEN
}
