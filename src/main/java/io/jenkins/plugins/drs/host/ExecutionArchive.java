package io.jenkins.plugins.drs.host;

import hudson.model.Run;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds executions, running ones and those that are over, for pages. Checks no permission: callers do. */
public final class ExecutionArchive {
    private ExecutionArchive() {}

    /** The execution of that id; empty when there is none, or its build is deleted. */
    public static Optional<ExecutionView> find(String executionId) {
        return DrillHost.get().find(executionId);
    }

    /** Executions that left something in AWS and whose build is gone, oldest first. */
    public static List<ExecutionView> forgotten() {
        return DrillHost.get().forgotten();
    }

    /** Removes the record of one of {@link #forgotten()}; others stay. */
    public static void forget(String executionId) throws IOException {
        DrillHost.get().folders().forget(executionId);
    }

    /** Executions of a build, in the order in which they began. */
    public static List<ExecutionView> of(Run<?, ?> build) {
        return DrillHost.get().of(BuildRef.of(build));
    }
}
