package io.jenkins.plugins.drs.plugin.run;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.InvisibleAction;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.Permission;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The most that a build may do, whatever its script says: what the button says that started it, or the job of a plan is for.
 * Given to a build when it is scheduled and kept with it by Jenkins, where its script cannot reach it. Builds that such a
 * build starts have it, too, and keep it when the other is deleted.
 */
public final class BuildLimit extends InvisibleAction implements Queue.QueueAction {
    /** Of a build that was started by one that is gone: nothing but to view. */
    private static final BuildLimit UNKNOWN = new BuildLimit(Mode.CHECK, "");

    private final Mode mode;
    private final String plan;

    /**
     * @param mode CHECK, or DRILL, which includes checks and cleanups
     * @param plan name of the only plan that may be worked on
     */
    BuildLimit(Mode mode, String plan) {
        this.mode = mode;
        this.plan = plan;
    }

    /** Checks of the plan, and no more. */
    public static BuildLimit ofCheck(String plan) {
        return new BuildLimit(Mode.CHECK, plan);
    }

    /** Checks, drills and cleanups of the plan, and no more. */
    public static BuildLimit ofDrill(String plan) {
        return new BuildLimit(Mode.DRILL, plan);
    }

    /** The ceilings of a build: its own, and those of the builds that started it; empty for most builds. */
    public static List<BuildLimit> of(Run<?, ?> build) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            return collect(build);
        }
    }

    static List<BuildLimit> collect(Run<?, ?> build) {
        List<BuildLimit> found = new ArrayList<>();
        BuildLimit own = build.getAction(BuildLimit.class);
        if (own != null) {
            found.add(own);
        }
        Inherited inherited = build.getAction(Inherited.class);
        found.addAll(inherited == null ? ofUpstream(build) : inherited.ceilings);
        return found;
    }

    private static List<BuildLimit> ofUpstream(Run<?, ?> build) {
        List<BuildLimit> found = new ArrayList<>();
        for (Cause cause : build.getCauses()) {
            if (cause instanceof Cause.UpstreamCause from) {
                Run<?, ?> upstream = from.getUpstreamRun();
                found.addAll(upstream == null ? List.of(UNKNOWN) : collect(upstream));
            }
        }
        return found;
    }

    /** Keeps with a build that begins what the builds have that started it: they may be deleted before it ends. */
    static void keep(Run<?, ?> build) {
        build.addAction(new Inherited(ofUpstream(build)));
    }

    /** The ceilings of the builds that started a build, as they were when it began. */
    static final class Inherited extends InvisibleAction {
        private final List<BuildLimit> ceilings;

        private Inherited(List<BuildLimit> ceilings) {
            this.ceilings = ceilings;
        }
    }

    /** Hears of builds that begin. Where it fails, the ceilings are looked up when they are asked for. */
    @Extension
    public static final class OfStarted extends RunListener<Run<?, ?>> {
        @Override
        public void onStarted(Run<?, ?> build, TaskListener listener) {
            if (build.getCause(Cause.UpstreamCause.class) != null) {
                try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
                    keep(build);
                }
            }
        }
    }

    /** @throws AbortException when the build may not run that mode of the plan */
    static void check(Run<?, ?> build, Mode wanted, String planName) throws AbortException {
        for (BuildLimit ceiling : of(build)) {
            if (!ceiling.allows(wanted) || !ceiling.plan.equalsIgnoreCase(planName)) {
                throw ceiling.refused(Messages.ceiling(
                        ceiling.word(), ceiling.plan, wanted.name().toLowerCase(Locale.ROOT), planName));
            }
        }
    }

    /** @throws AbortException when the build may not do what takes that permission */
    public static void check(Run<?, ?> build, Permission permission) throws AbortException {
        for (BuildLimit ceiling : of(build)) {
            if (!ceiling.allowed().contains(permission)) {
                throw ceiling.refused(Messages.ceiling_permission(ceiling.word(), ceiling.plan, permission.name));
            }
        }
    }

    private AbortException refused(String why) {
        return BuildConsole.abort(isUnknown() ? Messages.ceiling_unknown() : why);
    }

    private boolean isUnknown() {
        return plan.isEmpty();
    }

    private Set<Permission> allowed() {
        if (isUnknown()) {
            return Set.of(DisasterRecoveryPermissions.VIEW);
        }
        return mode == Mode.CHECK
                ? Set.of(DisasterRecoveryPermissions.VIEW, DisasterRecoveryPermissions.CHECK)
                : Set.of(
                        DisasterRecoveryPermissions.VIEW,
                        DisasterRecoveryPermissions.CHECK,
                        DisasterRecoveryPermissions.DRILL);
    }

    boolean allows(Mode wanted) {
        return switch (wanted) {
            case CHECK -> !isUnknown();
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
        return other instanceof BuildLimit ceiling && ceiling.mode == mode && ceiling.plan.equals(plan);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mode, plan);
    }
}
