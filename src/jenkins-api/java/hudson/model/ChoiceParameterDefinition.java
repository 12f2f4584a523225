// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

public class ChoiceParameterDefinition extends SimpleParameterDefinition {
    public ChoiceParameterDefinition(String name, String[] choices, String description) {
        super(name);
    }
}
