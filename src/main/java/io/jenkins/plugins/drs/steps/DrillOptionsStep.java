package io.jenkins.plugins.drs.steps;

import org.kohsuke.stapler.DataBoundSetter;

/** What the steps have in common that drill. */
public abstract class DrillOptionsStep extends LaunchStep {
    private boolean keepInstances;

    public boolean isKeepInstances() {
        return keepInstances;
    }

    @DataBoundSetter
    public void setKeepInstances(boolean keepInstances) {
        this.keepInstances = keepInstances;
    }

    @Override
    boolean keeps() {
        return keepInstances;
    }
}
