package io.jenkins.plugins.drs.host;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Item;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import jenkins.model.Jenkins;
import org.jvnet.localizer.Localizable;

/**
 * What people may do with recovery plans and drills.
 *
 * <p>Who may read a job reads its console and artifacts, which name the servers: to view drills is implied by that. To
 * build a job is to run its drills. Only a real recovery and changes of plans must be granted of their own.
 */
public final class DisasterRecoveryPermissions {
    public static final PermissionGroup GROUP =
            new PermissionGroup(DisasterRecoveryPermissions.class, Messages._permissions_title());

    /** See drills and plans. */
    public static final Permission VIEW = permission("View", Messages._permissions_view(), Item.READ);

    /** Run preflight checks, which change nothing. */
    public static final Permission CHECK = permission("Check", Messages._permissions_check(), Item.BUILD);

    /** Run drills, and clean up after them. */
    public static final Permission DRILL = permission("Drill", Messages._permissions_drill(), Item.BUILD);

    /** Decide whether a drill goes on that waits before a wave. */
    public static final Permission APPROVE = permission("Approve", Messages._permissions_approve(), Item.BUILD);

    /** Recover for real. */
    public static final Permission RECOVER = permission("Recover", Messages._permissions_recover(), Jenkins.ADMINISTER);

    /** Change plans. */
    public static final Permission CONFIGURE =
            permission("Configure", Messages._permissions_configure(), Jenkins.ADMINISTER);

    private DisasterRecoveryPermissions() {}

    private static Permission permission(String name, Localizable description, Permission impliedBy) {
        PermissionScope[] scopes = {
            PermissionScope.JENKINS, PermissionScope.ITEM_GROUP, PermissionScope.ITEM, PermissionScope.RUN
        };
        return new Permission(GROUP, name, description, impliedBy, true, scopes);
    }

    /** Makes the permissions known before authorization strategies are read. */
    @Initializer(before = InitMilestone.SYSTEM_CONFIG_LOADED)
    public static void register() {
        // loading this class has done it
    }
}
