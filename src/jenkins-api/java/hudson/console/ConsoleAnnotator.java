// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.console;

import java.io.Serializable;

public abstract class ConsoleAnnotator<T> implements Serializable {
    public ConsoleAnnotator() {}
}
