// Compile-time signatures: what this plugin uses of the type in jenkins-core, without behaviour; see docs/building.md.
package jenkins.model;

import hudson.model.ModifiableItemGroup;
import hudson.model.TopLevelItem;

public interface ModifiableTopLevelItemGroup extends ModifiableItemGroup<TopLevelItem> {}
