package io.jenkins.plugins.drs.host;

import hudson.AbortException;
import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.InvisibleAction;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.Permission;
import io.jenkins.plugins.drs.engine.event.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The most that a build may do, whatever its script says: what the button says that started it, or the job of a plan is for.
 * Given to a build when it is scheduled and kept with it by Jenkins, where its script cannot reach it. Builds that such a
 * build starts have it, too.
 */
public final class Ceiling extends InvisibleAction implements Queue.QueueAction {
    private static final int DEEPEST = 20;

    private final Mode mode;
    private final String plan;

    /**
     * @param mode CHECK, or DRILL, which includes checks and cleanups
     * @param plan name of the only plan that may be worked on
     */
    Ceiling(Mode mode, String plan) {
        this.mode = mode;
        this.plan = plan;
    }

    /** Checks of the plan, and no more. */
    public static Ceiling ofCheck(String plan) {
        return new Ceiling(Mode.CHECK, plan);
    }

    /** Checks, drills and cleanups of the plan, and no more. */
    public static Ceiling ofDrill(String plan) {
        return new Ceiling(Mode.DRILL, plan);
    }

    /** The ceilings of a build: its own, and those of the builds that started it; empty for most builds. */
    public static List<Ceiling> of(Run<?, ?> build) {
        List<Ceiling> found = new ArrayList<>();
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            collect(build, found, 0);
        }
        return found;
    }

    private static void collect(Run<?, ?> build, List<Ceiling> found, int depth) {
        Ceiling own = build.getAction(Ceiling.class);
        if (own != null) {
            found.add(own);
        }
        for (Cause cause : build.getCauses()) {
            Run<?, ?> upstream = cause instanceof Cause.UpstreamCause from ? from.getUpstreamRun() : null;
            if (upstream != null && depth < DEEPEST) {
                collect(upstream, found, depth + 1);
            }
        }
    }

    /** @throws AbortException when the build may not run that mode of the plan */
    static void check(Run<?, ?> build, Mode wanted, String planName) throws AbortException {
        for (Ceiling ceiling : of(build)) {
            if (!ceiling.allows(wanted) || !ceiling.plan.equalsIgnoreCase(planName)) {
                throw BuildConsole.abort(Messages.ceiling(
                        ceiling.word(), ceiling.plan, wanted.name().toLowerCase(Locale.ROOT), planName));
            }
        }
    }

    /** @throws AbortException when the build may not do what takes that permission */
    public static void check(Run<?, ?> build, Permission permission) throws AbortException {
        for (Ceiling ceiling : of(build)) {
            if (!ceiling.allowed().contains(permission)) {
                throw BuildConsole.abort(Messages.ceiling_permission(ceiling.word(), ceiling.plan, permission.name));
            }
        }
    }

    private Set<Permission> allowed() {
        return mode == Mode.CHECK
                ? Set.of(DisasterRecoveryPermissions.VIEW, DisasterRecoveryPermissions.CHECK)
                : Set.of(
                        DisasterRecoveryPermissions.VIEW,
                        DisasterRecoveryPermissions.CHECK,
                        DisasterRecoveryPermissions.DRILL);
    }

    boolean allows(Mode wanted) {
        return switch (wanted) {
            case CHECK -> true;
            case DRILL, CLEANUP -> mode == Mode.DRILL;
            case RECOVERY -> false;
        };
    }

    private String word() {
        return mode == Mode.CHECK ? "check" : "drill";
    }

    /**
     * Keeps a build apart from others of its job that wait in the queue: joined with one, it would lend that one the name of
     * who clicked, and lose its ceiling.
     */
    @Override
    public boolean shouldSchedule(List<Action> actions) {
        return !actions.contains(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ceiling ceiling && ceiling.mode == mode && ceiling.plan.equals(plan);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mode, plan);
    }
}
