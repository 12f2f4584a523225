// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package jenkins.triggers;

import hudson.model.Item;

public interface TriggeredItem extends Item {}
