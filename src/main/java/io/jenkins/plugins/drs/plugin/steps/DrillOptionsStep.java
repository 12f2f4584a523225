package io.jenkins.plugins.drs.plugin.steps;

import org.kohsuke.stapler.DataBoundSetter;

/** What the steps have in common that drill. */
public abstract class DrillOptionsStep extends LaunchStep {
    private boolean keepInstances;
    private boolean replaceLeftovers;

    public boolean isKeepInstances() {
        return keepInstances;
    }

    @DataBoundSetter
    public void setKeepInstances(boolean keepInstances) {
        this.keepInstances = keepInstances;
    }

    public boolean isReplaceLeftovers() {
        return replaceLeftovers;
    }

    @DataBoundSetter
    public void setReplaceLeftovers(boolean replaceLeftovers) {
        this.replaceLeftovers = replaceLeftovers;
    }

    @Override
    boolean replaces() {
        return replaceLeftovers;
    }

    @Override
    boolean keeps() {
        return keepInstances;
    }
}
