// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.security.AccessControlled;
import jenkins.model.ModelObjectWithContextMenu;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

public class User extends AbstractModelObject
        implements AccessControlled, DescriptorByNameOwner, Comparable<User>, ModelObjectWithContextMenu, StaplerProxy {
    private User() {}

    public int compareTo(User that) {
        throw new UnsupportedOperationException();
    }

    public Authentication impersonate2() throws UsernameNotFoundException {
        throw new UnsupportedOperationException();
    }

    @Nullable
    public static User getById(String id, boolean create) {
        throw new UnsupportedOperationException();
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public Object getTarget() {
        throw new UnsupportedOperationException();
    }
}
