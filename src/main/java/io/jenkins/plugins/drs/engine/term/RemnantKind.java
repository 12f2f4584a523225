package io.jenkins.plugins.drs.engine.term;

import java.util.Locale;

/** What can be left behind in AWS. */
public enum RemnantKind {
    RECOVERY_INSTANCE,
    JOB,
    /** A call whose outcome was never known. */
    LAUNCH_IN_DOUBT,
    AUTOMATION,
    /** An account and Region that could not be checked: something may run there. */
    UNSEEN;

    /** A remnant in a few words, such as {@code job drsjob-1 in us-east-1}. */
    public String text(String id, String where) {
        return this == UNSEEN
                ? "what may run in " + where + ", which could not be checked"
                : name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + id + " in " + where;
    }
}
