package io.jenkins.plugins.drs.steps;

import java.io.Serializable;
import java.util.Set;

/** What the end of an execution means for the build. */
final class Outcome implements Serializable {
    private static final long serialVersionUID = 1L;

    static final String UNSTABLE = "unstable";
    static final String FAILURE = "failure";
    static final String IGNORE = "ignore";

    private final String onPartial;
    private final boolean propagate;

    /**
     * @param onPartial one of unstable, failure and ignore
     * @param propagate whether a failure fails the step
     */
    Outcome(String onPartial, boolean propagate) {
        this.onPartial = onPartial;
        this.propagate = propagate;
    }

    static String checked(String onPartial) {
        if (!Set.of(UNSTABLE, FAILURE, IGNORE).contains(onPartial)) {
            throw new IllegalArgumentException(
                    "Expected onPartial unstable, failure or ignore, but got '" + onPartial + "'");
        }
        return onPartial;
    }

    boolean isPartialUnstable() {
        return propagate && onPartial.equals(UNSTABLE);
    }

    boolean isPartialFailure() {
        return propagate && onPartial.equals(FAILURE);
    }

    boolean isPropagated() {
        return propagate;
    }
}
