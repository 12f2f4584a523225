package io.jenkins.plugins.drs.plugin.steps;

import java.util.stream.Collectors;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Who or what interrupted a step. */
final class Interruptions {
    private Interruptions() {}

    /** For the audit trail: the user, else what Jenkins says. */
    static String by(Throwable cause) {
        if (cause instanceof FlowInterruptedException interrupted
                && !interrupted.getCauses().isEmpty()) {
            return interrupted.getCauses().stream().map(Interruptions::by).collect(Collectors.joining(", "));
        }
        return "Jenkins";
    }

    private static String by(CauseOfInterruption cause) {
        return cause instanceof CauseOfInterruption.UserInterruption user ? user.getUserId() : "Jenkins";
    }

    /** Why, as a sentence. */
    static String reason(Throwable cause) {
        if (cause instanceof FlowInterruptedException interrupted
                && !interrupted.getCauses().isEmpty()) {
            return interrupted.getCauses().stream()
                    .map(CauseOfInterruption::getShortDescription)
                    .collect(Collectors.joining(", "));
        }
        return Messages.cancelled_aborted();
    }

    /** Why a step ended that was cancelled from elsewhere, such as by a person who did not approve a wave. */
    static final class Cancelled extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;
        private final String description;

        Cancelled(String description) {
            this.description = description;
        }

        @Override
        public String getShortDescription() {
            return description;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Cancelled cancelled && cancelled.description.equals(description);
        }

        @Override
        public int hashCode() {
            return description.hashCode();
        }
    }
}
