package io.jenkins.plugins.drs.plugin.run;

import hudson.model.Run;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds executions, running ones and those that are over, for pages. Checks no permission: callers do. */
public final class ExecutionArchive {
    private ExecutionArchive() {}

    /** The execution of that id; empty when there is none, or its build is deleted. */
    public static Optional<ExecutionView> find(String executionId) {
        DrillHost host = DrillHost.get();
        return host.folders().find(executionId).map(host::view);
    }

    /** Executions that left something in AWS and whose build is gone, oldest first. */
    public static List<ExecutionView> forgotten() {
        DrillHost host = DrillHost.get();
        return host.folders().forgotten().stream().map(host::view).toList();
    }

    /** Removes the record of one of {@link #forgotten()}; others stay. */
    public static void forget(String executionId) throws IOException {
        DrillHost.get().folders().forget(executionId);
    }

    /** Executions of a build, in the order in which they began. */
    public static List<ExecutionView> of(Run<?, ?> build) {
        DrillHost host = DrillHost.get();
        return host.folders().of(BuildRef.of(build)).stream().map(host::view).toList();
    }

    /** Executions that have not ended and cannot go on, for administrators who have not dismissed that yet. */
    public static List<StuckDrill> stuck() {
        return DrillHost.get().stuck().undismissed();
    }

    /** Has administrators hear no more of why an execution cannot go on, unless that changes. */
    public static void dismiss(String executionId) throws IOException {
        DrillHost.get().stuck().dismiss(executionId);
    }

    /** Whether an execution cannot go on. */
    public static boolean isStuck(String executionId) {
        return DrillHost.get().stuck().has(executionId);
    }

    /** Why an execution cannot go on, or who closed it and why it could not; empty of any other. */
    public static List<String> troubleOf(String executionId) {
        return DrillHost.get().stuck().told(executionId);
    }

    /**
     * Closes an execution that cannot go on: its plan and servers are free, what it launched stays in AWS.
     *
     * @return false when it goes on meanwhile, or is over
     */
    public static boolean close(String executionId, String by) throws IOException {
        return DrillHost.get().close(executionId, by);
    }
}
