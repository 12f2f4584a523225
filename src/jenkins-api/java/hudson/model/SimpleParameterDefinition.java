// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

public abstract class SimpleParameterDefinition extends ParameterDefinition {
    protected SimpleParameterDefinition(String name) {
        super(name);
    }
}
