// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.security;

import org.springframework.security.core.Authentication;

public abstract class ACL {
    public static final Authentication SYSTEM2 = null;

    public ACL() {}

    public boolean hasPermission2(Authentication a, Permission permission) {
        throw new UnsupportedOperationException();
    }

    public static ACLContext as2(Authentication auth) {
        throw new UnsupportedOperationException();
    }
}
