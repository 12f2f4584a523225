// Compile-time signatures of the plugin workflow-step-api, without behaviour; see docs/building.md.
package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Result;
import java.util.List;
import jenkins.model.CauseOfInterruption;

public final class FlowInterruptedException extends InterruptedException {
    @Deprecated
    public FlowInterruptedException(Result result, CauseOfInterruption... causes) {}

    public List<CauseOfInterruption> getCauses() {
        throw new UnsupportedOperationException();
    }
}
