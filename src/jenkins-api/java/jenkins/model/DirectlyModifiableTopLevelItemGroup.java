// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package jenkins.model;

public interface DirectlyModifiableTopLevelItemGroup extends ModifiableTopLevelItemGroup {}
