package io.jenkins.plugins.drs.host;

import hudson.AbortException;
import java.util.Locale;

/** Another execution works on the plan. Its message says which. */
public final class PlanInUseException extends AbortException {
    private static final long serialVersionUID = 1L;

    PlanInUseException(String planName, StoredRequest other) {
        super("Plan '" + planName + "' is in use by " + other.build() + " (" + other.executionId() + ", "
                + other.plan().mode().word().toLowerCase(Locale.ROOT)
                + "). Wait for it to end, or set concurrency: 'wait'.");
    }
}
