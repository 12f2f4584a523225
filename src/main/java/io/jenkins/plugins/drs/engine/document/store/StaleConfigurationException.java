package io.jenkins.plugins.drs.engine.document.store;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.io.Serial;

/** Somebody else changed the configuration in between. Nothing was changed by this attempt. */
public final class StaleConfigurationException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long expectedRevision;
    private final long currentRevision;

    private final String fact;

    /** @param who made the current revision; empty when that is not known */
    public StaleConfigurationException(long expectedRevision, long currentRevision, String who) {
        super(fact(expectedRevision, currentRevision, who) + " Load the current revision and make the change again.");
        this.fact = fact(expectedRevision, currentRevision, who);
        this.expectedRevision = expectedRevision;
        this.currentRevision = currentRevision;
    }

    private static String fact(long expectedRevision, long currentRevision, String who) {
        return "The configuration was changed in between: this change was made to revision " + expectedRevision
                + ", but revision " + currentRevision + " is current"
                + (who.isEmpty() ? "" : ", saved by " + Shown.quoted(who)) + ". Nothing was overwritten.";
    }

    /** What happened, without what to do about it: for pages that keep what was entered and say so themselves. */
    public String fact() {
        return fact;
    }

    /** The revision that the change was made to. */
    public long expectedRevision() {
        return expectedRevision;
    }

    /** The revision that is stored. */
    public long currentRevision() {
        return currentRevision;
    }
}
