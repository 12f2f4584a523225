// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import hudson.ExtensionPoint;

public abstract class LoadBalancer implements ExtensionPoint {
    public LoadBalancer() {}
}
