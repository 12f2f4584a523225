// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import hudson.security.AccessControlled;
import java.util.concurrent.ExecutorService;
import jenkins.model.IComputer;
import org.kohsuke.stapler.StaplerProxy;

public abstract class Computer extends Actionable
        implements AccessControlled, IComputer, ExecutorListener, DescriptorByNameOwner, StaplerProxy {
    public static final ExecutorService threadPoolForRemoting = null;

    protected Computer(Node node) {}

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public Object getTarget() {
        throw new UnsupportedOperationException();
    }
}
