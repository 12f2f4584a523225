// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.security;

import hudson.model.ModelObject;

public final class PermissionScope {
    public static final PermissionScope JENKINS = null;

    public static final PermissionScope ITEM_GROUP = null;

    public static final PermissionScope ITEM = null;

    public static final PermissionScope RUN = null;

    public PermissionScope(Class<? extends ModelObject> modelClass, PermissionScope... containers) {}
}
