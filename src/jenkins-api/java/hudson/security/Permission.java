// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.security;

import org.jvnet.localizer.Localizable;

public final class Permission {
    public final PermissionGroup group = null;

    public final String name = null;

    public Permission(
            PermissionGroup group,
            String name,
            Localizable description,
            Permission impliedBy,
            boolean enable,
            PermissionScope[] scopes)
            throws IllegalStateException {}
}
