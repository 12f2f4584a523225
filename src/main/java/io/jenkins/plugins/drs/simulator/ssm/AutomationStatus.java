package io.jenkins.plugins.drs.simulator.ssm;

/** How far an automation or one of its steps is; the part of AWS's words that is simulated. */
enum AutomationStatus {
    PENDING("Pending"),
    IN_PROGRESS("InProgress"),
    /** For somebody's approval. */
    WAITING("Waiting"),
    SUCCESS("Success"),
    TIMED_OUT("TimedOut"),
    CANCELLING("Cancelling"),
    CANCELLED("Cancelled"),
    FAILED("Failed");

    private final String word;

    AutomationStatus(String word) {
        this.word = word;
    }

    /** As AWS writes it. */
    String word() {
        return word;
    }

    boolean isEnd() {
        return this == SUCCESS || this == TIMED_OUT || this == CANCELLED || this == FAILED;
    }
}
