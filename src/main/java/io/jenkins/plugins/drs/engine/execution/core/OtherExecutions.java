package io.jenkins.plugins.drs.engine.execution.core;

/** What the host knows of executions besides its own. Cleanup leaves the instances of a running one alone. */
@FunctionalInterface
public interface OtherExecutions {
    /** For hosts that know of none. */
    OtherExecutions UNKNOWN = executionId -> false;

    /**
     * Whether an execution is known to be running now; false when it ended or crashed, or nothing is known of it.
     *
     * @param executionId as a tag in AWS names it, so it may be any text
     */
    boolean isRunning(String executionId);
}
