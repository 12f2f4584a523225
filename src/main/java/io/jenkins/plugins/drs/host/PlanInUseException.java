package io.jenkins.plugins.drs.host;

import hudson.AbortException;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.Locale;

/** Another execution works on the plan. Its message says which, as far as everybody may know who reads it. */
public final class PlanInUseException extends AbortException {
    private static final long serialVersionUID = 1L;

    private final String holder;

    PlanInUseException(String planName, StoredRequest other, BuildRef reader) {
        super(Shown.line(Messages.plan_inUse(planName, holder(other, reader))));
        holder = holder(other, reader);
    }

    private static String holder(StoredRequest other, BuildRef reader) {
        return other.build().toldIn(reader) + " (" + other.executionId() + ", "
                + other.plan().mode().word().toLowerCase(Locale.ROOT) + ")";
    }

    /** Which build and execution works on the plan, for the console of the one that wants it. */
    public String holder() {
        return holder;
    }
}
