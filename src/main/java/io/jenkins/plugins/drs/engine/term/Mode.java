package io.jenkins.plugins.drs.engine.term;

/** What an execution is for. */
public enum Mode {
    /** Launches drill instances, validates them and terminates them. */
    DRILL("Drill"),
    /** Launches recovery instances for real and leaves them running. */
    RECOVERY("Recovery"),
    /** Preflight alone; changes nothing. */
    CHECK("Check"),
    /** Terminates what earlier drills of the plan left behind. */
    CLEANUP("Cleanup");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /** The mode for people. */
    public String word() {
        return word;
    }

    /** Whether servers are launched. */
    public boolean launches() {
        return this == DRILL || this == RECOVERY;
    }
}
