package io.jenkins.plugins.drs.plugin.run;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import jenkins.model.Jenkins;
import org.jvnet.localizer.Localizable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

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

    /**
     * Whether a user may start or decide something in a job. A job's author can write who has which permission on the job, so
     * that counts only for a user who has it where the author cannot grant it, too.
     */
    public static boolean isHeld(Authentication user, Job<?, ?> job, Permission permission) {
        return job.hasPermission2(user, permission)
                && above(job, permission, Jenkins.get()).hasPermission2(user, permission);
    }

    /** Whether the current user may; see {@link #isHeld(Authentication, Job, Permission)}. */
    public static boolean isHeld(Job<?, ?> job, Permission permission) {
        return isHeld(Jenkins.getAuthentication2(), job, permission);
    }

    /**
     * Refuses what the current user may not start or decide in a job; see {@link #isHeld(Authentication, Job, Permission)}.
     *
     * @throws AccessDeniedException when the user may not
     */
    public static void check(Job<?, ?> job, Permission permission) {
        job.checkPermission(permission);
        above(job, permission, Jenkins.get()).checkPermission(permission);
    }

    /**
     * Returns what must grant a permission besides the job: Jenkins itself for Recover, because whoever may create jobs may
     * create a folder and grant it there; the job's folder for others; nothing else than the job for View.
     */
    static AccessControlled above(Job<?, ?> job, Permission permission, AccessControlled root) {
        if (permission == VIEW || permission == RECOVER) {
            return permission == VIEW ? job : root;
        }
        ItemGroup<?> group = job.getParent();
        while (group instanceof Job<?, ?> outer) { // such as of a matrix project: it has an author, too
            group = outer.getParent();
        }
        return group instanceof AccessControlled folder ? folder : root;
    }

    /** Makes the permissions known before authorization strategies are read. */
    @Initializer(before = InitMilestone.SYSTEM_CONFIG_LOADED)
    public static void register() {
        // loading this class has done it
    }
}
