package io.jenkins.plugins.drs.plugin.run;

/** Steers a running execution. Requests return at once; the execution takes them up soon after. */
public interface DrillHandle {
    String executionId();

    /** Stops what can be stopped and cleans up; the execution ends after that. */
    void cancel(String by, String reason);

    /** Ends at once and names what is left running. */
    void stop(String by);

    /**
     * Lets a wave start, where waves wait to be released.
     *
     * @throws IllegalArgumentException when the plan has no such wave
     */
    void release(String wave, String by);

    /** Says that no further wave will be released. */
    void closeWaves(String by);

    /**
     * Answers the pause before a wave; does nothing when the wave is not paused any more. Callers have checked that
     * {@code by} may decide.
     *
     * @param by id of the user who decided; goes into the audit trail
     * @throws IllegalArgumentException when the plan has no such wave
     */
    void decidePause(String wave, boolean approved, String by);

    /** What goes on now, in one line for people. */
    String statusText();
}
