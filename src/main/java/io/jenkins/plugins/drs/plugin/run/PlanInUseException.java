package io.jenkins.plugins.drs.plugin.run;

import hudson.AbortException;
import java.util.Locale;

/**
 * Another execution works on the plan, or on servers of it. Its message says which, as far as everybody may know who reads
 * it.
 */
public final class PlanInUseException extends AbortException {
    private static final long serialVersionUID = 1L;

    private final String holder;

    PlanInUseException(StoredRequest wanted, StoredRequest other) {
        super(message(wanted, other));
        holder = holder(wanted, other);
    }

    private static String message(StoredRequest wanted, StoredRequest other) {
        String plan = wanted.plan().name();
        return plan.equalsIgnoreCase(other.plan().name())
                ? Messages.plan_inUse(plan, holder(wanted, other))
                : Messages.plan_serversInUse(plan, holder(wanted, other));
    }

    private static String holder(StoredRequest wanted, StoredRequest other) {
        return other.build().toldIn(wanted.build()) + " (" + other.executionId() + ", "
                + other.plan().mode().word().toLowerCase(Locale.ROOT) + ")";
    }

    /** Which build and execution works on the plan, for the console of the one that wants it. */
    public String holder() {
        return holder;
    }
}
