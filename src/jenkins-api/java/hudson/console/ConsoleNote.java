// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.console;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import java.io.Serializable;

public abstract class ConsoleNote<T> implements Serializable, Describable<ConsoleNote<?>>, ExtensionPoint {
    public ConsoleNote() {}
}
