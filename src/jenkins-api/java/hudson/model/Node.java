// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import hudson.ExtensionPoint;
import hudson.security.AccessControlled;

public abstract class Node extends AbstractModelObject
        implements ReconfigurableDescribable<Node>, ExtensionPoint, AccessControlled {
    public Node() {}

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }
}
