// Compile-time signatures: what this plugin uses of the type in jenkins-core, without behaviour; see docs/building.md.
package hudson.tasks;

import hudson.ExtensionPoint;
import hudson.model.Describable;

@SuppressWarnings({"deprecation"})
public abstract class Builder extends BuildStepCompatibilityLayer implements Describable<Builder>, ExtensionPoint {
    public Builder() {}
}
