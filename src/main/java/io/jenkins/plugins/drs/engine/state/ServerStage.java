package io.jenkins.plugins.drs.engine.state;

/** How far a source server has come. */
public enum ServerStage {
    /** Not launched yet. */
    WAITING,
    /** A launch was intended; whether its job exists is not known yet. */
    STARTING,
    /** In a job. */
    IN_JOB,
    /** Its job launched an instance, which is being validated. */
    LAUNCHED,
    VALIDATED,
    FAILED;

    /** Whether nothing more is to come for the server's recovery. */
    public boolean isEnd() {
        return this == VALIDATED || this == FAILED;
    }
}
