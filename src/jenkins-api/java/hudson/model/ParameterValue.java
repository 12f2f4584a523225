// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;

public abstract class ParameterValue implements Serializable {
    protected ParameterValue(String name) {}

    public final String getName() {
        throw new UnsupportedOperationException();
    }

    public boolean isSensitive() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public Object getValue() {
        throw new UnsupportedOperationException();
    }
}
