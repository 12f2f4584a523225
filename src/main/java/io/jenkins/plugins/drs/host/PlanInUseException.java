package io.jenkins.plugins.drs.host;

import hudson.AbortException;
import java.util.Locale;

/** Another execution works on the plan. Its message says which. */
public final class PlanInUseException extends AbortException {
    private static final long serialVersionUID = 1L;

    private final String holder;

    PlanInUseException(String planName, StoredRequest other) {
        super(Messages.plan_inUse(planName, holder(other)));
        holder = holder(other);
    }

    private static String holder(StoredRequest other) {
        return other.build() + " (" + other.executionId() + ", "
                + other.plan().mode().word().toLowerCase(Locale.ROOT) + ")";
    }

    /** Which build and execution works on the plan. */
    public String holder() {
        return holder;
    }
}
