// Compile-time signatures: what this plugin uses of the type in jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import hudson.ExtensionPoint;

public interface TopLevelItem extends Item, ExtensionPoint, Describable<TopLevelItem> {}
