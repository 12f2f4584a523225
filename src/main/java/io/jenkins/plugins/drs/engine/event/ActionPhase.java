package io.jenkins.plugins.drs.engine.event;

/** Whether an action belongs before or after its wave's launch. */
public enum ActionPhase {
    PRE,
    POST
}
