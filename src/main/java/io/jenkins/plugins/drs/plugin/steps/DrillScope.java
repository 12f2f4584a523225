package io.jenkins.plugins.drs.plugin.steps;

import java.io.Serializable;

/** Tells steps of a block which drill they are in. */
public final class DrillScope implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String executionId;

    DrillScope(String executionId) {
        this.executionId = executionId;
    }

    public String executionId() {
        return executionId;
    }
}
