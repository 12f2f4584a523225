package io.jenkins.plugins.drs.engine.term;

import java.util.Locale;

/** What can be left behind in AWS. */
public enum RemnantKind {
    RECOVERY_INSTANCE("It costs money: terminate it in the DRS console, or run the cleanup of the plan."),
    JOB("Wait for the job to end, then run the cleanup of the plan: it terminates what the job left running."),
    /** A call whose outcome was never known. */
    LAUNCH_IN_DOUBT(
            "Look in the DRS console for a job with the tags of this execution, then run the cleanup of the plan."),
    AUTOMATION("Stop it in Systems Manager if it should not go on."),
    /** An account and Region that could not be checked: something may run there. */
    UNSEEN(
            "Give the drill access to that account and Region again and run the cleanup of the plan: instances may run there.");

    private final String remedy;

    RemnantKind(String remedy) {
        this.remedy = remedy;
    }

    /** What to do about it, as a sentence. */
    public String remedy() {
        return remedy;
    }

    /** A remnant in a few words, such as {@code job drsjob-1 in us-east-1}. */
    public String text(String id, String where) {
        return this == UNSEEN
                ? "what may run in " + where + ", which could not be checked"
                : name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + id + " in " + where;
    }
}
