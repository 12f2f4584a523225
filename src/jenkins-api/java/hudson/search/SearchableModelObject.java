// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.search;

import hudson.model.ModelObject;

public interface SearchableModelObject extends ModelObject {}
