// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public class ChoiceParameterDefinition extends SimpleParameterDefinition {
    public ChoiceParameterDefinition(String name, String[] choices, @CheckForNull String description) {
        super(name);
    }
}
