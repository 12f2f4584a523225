// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

public abstract class JobPropertyDescriptor extends Descriptor<JobProperty<?>> {
    protected JobPropertyDescriptor() {}
}
