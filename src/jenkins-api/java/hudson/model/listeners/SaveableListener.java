// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.XmlFile;
import hudson.model.Saveable;

public abstract class SaveableListener implements ExtensionPoint {
    public SaveableListener() {}

    public void onChange(Saveable o, XmlFile file) {}
}
