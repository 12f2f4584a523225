// Compile-time signatures: what this plugin uses of the type in jenkins-core, without behaviour; see docs/building.md.
package jenkins.triggers;

import hudson.model.Item;

public interface TriggeredItem extends Item {}
