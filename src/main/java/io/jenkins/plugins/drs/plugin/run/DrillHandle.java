package io.jenkins.plugins.drs.plugin.run;

/** Steers an execution. Requests return at once; the execution takes them up soon after. One that is over takes up none. */
public interface DrillHandle {
    String executionId();

    /** Stops what can be stopped and cleans up; the execution ends after that. */
    default void cancel(String by, String reason) {}

    /** Ends at once and names what is left running. */
    default void stop(String by) {}

    /**
     * Lets a wave start, where waves wait to be released.
     *
     * @throws IllegalArgumentException when the plan has no such wave
     */
    default void release(String wave, String by) {}

    /** Says that no further wave will be released. */
    default void closeWaves(String by) {}

    /**
     * Answers the pause before a wave; does nothing when the wave is not paused any more. Callers have checked that
     * {@code by} may decide.
     *
     * @param by id of the user who decided; goes into the audit trail
     * @throws IllegalArgumentException when the plan has no such wave
     */
    default void decidePause(String wave, boolean approved, String by) {}

    /** What goes on now, in one line for people. */
    String statusText();
}
