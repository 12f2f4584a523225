// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.console;

import hudson.ExtensionPoint;
import hudson.MarkupText;
import hudson.model.Describable;
import java.io.IOException;
import java.io.Serializable;

@SuppressWarnings("rawtypes")
public abstract class ConsoleNote<T> implements Serializable, Describable<ConsoleNote<?>>, ExtensionPoint {
    public ConsoleNote() {}

    public abstract ConsoleAnnotator annotate(T context, MarkupText text, int charPos);

    public String encode() throws IOException {
        throw new UnsupportedOperationException();
    }
}
