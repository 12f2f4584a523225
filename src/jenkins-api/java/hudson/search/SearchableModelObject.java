// Compile-time signatures: what this plugin uses of the type in jenkins-core, without behaviour; see docs/building.md.
package hudson.search;

import hudson.model.ModelObject;

public interface SearchableModelObject extends ModelObject {}
