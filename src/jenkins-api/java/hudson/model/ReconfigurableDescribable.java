// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

public interface ReconfigurableDescribable<T extends ReconfigurableDescribable<T>> extends Describable<T> {}
