// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

public interface Describable<T extends Describable<T>> {}
