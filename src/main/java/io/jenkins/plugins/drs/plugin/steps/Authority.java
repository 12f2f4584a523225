package io.jenkins.plugins.drs.plugin.steps;

import hudson.AbortException;
import hudson.model.Cause;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.Permission;
import io.jenkins.plugins.drs.plugin.configuration.sync.RecoverOrigin;
import io.jenkins.plugins.drs.plugin.configuration.sync.SyncOrigin;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.BuildLimit;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import java.io.IOException;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.springframework.security.core.Authentication;

/** As whom a build acts, and what it may do. */
final class Authority {
    private Authority() {}

    /**
     * Refuses what the build may not do. A build usually acts as Jenkins itself, which may do everything.
     *
     * @throws AbortException when it may not
     */
    static void check(Run<?, ?> build, Permission permission) throws IOException {
        require(build, of(build), permission);
    }

    /**
     * Whether a person with <em>Recover</em> has to confirm a real recovery in this build: always, but in a job that an
     * administrator allowed to recover and that was started by one person alone who may. Other builds, timers, replays and
     * rebuilds carry nobody's permission into a script.
     */
    static boolean mustConfirm(Run<?, ?> build) throws IOException {
        if (!RecoverOrigin.mayRecover(build)) {
            return true;
        }
        Authentication authentication = of(build);
        Authentication person = authentication.equals(ACL.SYSTEM2) ? starter(build) : authentication;
        return !DisasterRecoveryPermissions.isHeld(person, build.getParent(), DisasterRecoveryPermissions.RECOVER);
    }

    /** Who started the build, where that was one person and nothing else besides; else anonymous. */
    private static Authentication starter(Run<?, ?> build) {
        List<Cause> causes = build.getCauses();
        if (causes.size() == 1 && causes.get(0) instanceof Cause.UserIdCause cause && cause.getUserId() != null) {
            User user = User.getById(cause.getUserId(), false);
            return user == null ? Jenkins.ANONYMOUS2 : user.impersonate2();
        }
        return Jenkins.ANONYMOUS2;
    }

    /**
     * Refuses to change plans, which belong to the whole controller: a permission on the job alone is not enough, and that
     * builds act as Jenkins itself lets nobody change plans who can make a job.
     *
     * @throws AbortException when the build may not
     */
    static void checkConfigure(Run<?, ?> build) throws IOException {
        BuildLimit.check(build, DisasterRecoveryPermissions.CONFIGURE);
        if (!mayChangePlans(build)) {
            Authentication authentication = of(build);
            throw authentication.equals(ACL.SYSTEM2)
                    ? BuildConsole.abort(
                            Messages.permission_job(build.getParent().getFullName()))
                    : BuildConsole.abort(authentication.getName() + " lacks the permission "
                            + DisasterRecoveryPermissions.GROUP.title + "/Configure on this controller.");
        }
    }

    /** Whether the build may change plans: as a user who may, or in a job that an administrator allowed to. */
    static boolean mayChangePlans(Run<?, ?> build) throws IOException {
        Authentication authentication = of(build);
        if (!authentication.equals(ACL.SYSTEM2)) {
            return mayConfigure(authentication);
        }
        return mayConfigure(Jenkins.ANONYMOUS2) || SyncOrigin.of(build).whyNot().isEmpty();
    }

    private static boolean mayConfigure(Authentication authentication) {
        return Jenkins.get().getACL().hasPermission2(authentication, DisasterRecoveryPermissions.CONFIGURE);
    }

    /** As whom the build acts and, where it acts as Jenkins itself, who started it. */
    static String who(Run<?, ?> build) throws IOException {
        Authentication authentication = of(build);
        Cause.UserIdCause cause = build.getCause(Cause.UserIdCause.class);
        boolean person = authentication.equals(ACL.SYSTEM2) && cause != null && cause.getUserId() != null;
        return person ? cause.getUserId() : authentication.getName();
    }

    private static void require(Run<?, ?> build, Authentication authentication, Permission permission)
            throws AbortException {
        BuildLimit.check(build, permission);
        if (!DisasterRecoveryPermissions.isHeld(authentication, build.getParent(), permission)) {
            throw BuildConsole.abort(Messages.permission_lacks(
                    authentication.getName(),
                    permission.group.title,
                    permission.name,
                    build.getParent().getFullDisplayName()));
        }
    }

    private static Authentication of(Run<?, ?> build) throws IOException {
        if (build instanceof FlowExecutionOwner.Executable pipeline) {
            FlowExecutionOwner owner = pipeline.asFlowExecutionOwner();
            if (owner != null) {
                FlowExecution execution = owner.get();
                return execution.getAuthentication2();
            }
        }
        return Jenkins.getAuthentication2();
    }
}
