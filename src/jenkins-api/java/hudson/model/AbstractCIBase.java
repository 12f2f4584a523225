// Compile-time signatures: what this plugin uses of the type in jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import hudson.security.AccessControlled;
import org.kohsuke.stapler.StaplerProxy;

public abstract class AbstractCIBase extends Node
        implements ItemGroup<TopLevelItem>, StaplerProxy, ViewGroup, AccessControlled, DescriptorByNameOwner {
    public AbstractCIBase() {}
}
