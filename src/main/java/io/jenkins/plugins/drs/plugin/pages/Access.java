package io.jenkins.plugins.drs.plugin.pages;

import hudson.security.Permission;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import jenkins.model.Jenkins;

/** What the current user may do with the pages. */
final class Access {
    private Access() {}

    static boolean may(Permission permission) {
        return Jenkins.get().hasPermission(permission);
    }

    /** Who may change plans sees them, too. */
    static boolean mayView() {
        return may(DisasterRecoveryPermissions.VIEW) || mayConfigure();
    }

    static boolean mayConfigure() {
        return may(DisasterRecoveryPermissions.CONFIGURE);
    }

    static void checkView() {
        if (!mayConfigure()) {
            Jenkins.get().checkPermission(DisasterRecoveryPermissions.VIEW);
        }
    }

    static void checkConfigure() {
        Jenkins.get().checkPermission(DisasterRecoveryPermissions.CONFIGURE);
    }
}
