// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import hudson.security.AccessControlled;
import org.kohsuke.stapler.StaplerProxy;

public abstract class AbstractCIBase extends Node
        implements ItemGroup<TopLevelItem>, StaplerProxy, ViewGroup, AccessControlled, DescriptorByNameOwner {
    public AbstractCIBase() {}
}
