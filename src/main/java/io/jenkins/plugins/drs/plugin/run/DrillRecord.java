package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.Serializable;

/**
 * Names an execution of a build. Plain values only, so that a build may keep it: what the execution did is read from
 * its journal through {@link DrillIndex}.
 */
public final class DrillRecord implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String executionId;
    private final String planName;
    private final Mode mode;
    private final String stepKey;

    /**
     * @param stepKey tells the executions of one build apart, such as the id of a flow node; never changes
     */
    public DrillRecord(String executionId, String planName, Mode mode, String stepKey) {
        this.executionId = executionId;
        this.planName = planName;
        this.mode = mode;
        this.stepKey = stepKey;
    }

    public String executionId() {
        return executionId;
    }

    /** Name of the plan; for a single automation, the name of its document. */
    public String planName() {
        return planName;
    }

    public Mode mode() {
        return mode;
    }

    public String stepKey() {
        return stepKey;
    }

    /** The plan's name for people, with every hidden character visible. */
    public String title() {
        return Shown.line(planName);
    }
}
