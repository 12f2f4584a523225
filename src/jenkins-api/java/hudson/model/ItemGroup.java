// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import jenkins.model.FullyNamedModelObject;

public interface ItemGroup<T extends Item> extends FullyNamedModelObject {}
