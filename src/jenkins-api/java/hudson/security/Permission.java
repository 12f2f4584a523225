// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.security;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import org.jvnet.localizer.Localizable;

public final class Permission {
    public final PermissionGroup group = null;

    public final String name = null;

    public Permission(
            PermissionGroup group,
            String name,
            @CheckForNull Localizable description,
            @CheckForNull Permission impliedBy,
            boolean enable,
            PermissionScope[] scopes)
            throws IllegalStateException {}
}
