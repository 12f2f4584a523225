package io.jenkins.plugins.drs.plugin.pages.shared;

import hudson.security.Permission;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import jenkins.model.Jenkins;

/** What the current user may do with the pages. */
public final class Access {
    private Access() {}

    public static boolean may(Permission permission) {
        return Jenkins.get().hasPermission(permission);
    }

    /** Who may change plans sees them, too. */
    public static boolean mayView() {
        return may(DisasterRecoveryPermissions.VIEW) || mayConfigure();
    }

    public static boolean mayConfigure() {
        return may(DisasterRecoveryPermissions.CONFIGURE);
    }

    public static void checkView() {
        if (!mayConfigure()) {
            Jenkins.get().checkPermission(DisasterRecoveryPermissions.VIEW);
        }
    }

    public static void checkConfigure() {
        Jenkins.get().checkPermission(DisasterRecoveryPermissions.CONFIGURE);
    }
}
