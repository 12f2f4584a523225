package io.jenkins.plugins.drs.plugin.run;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.IOException;
import java.util.Optional;

/**
 * Hears of executions of builds, on the thread that advances them: return soon. What it throws is logged and does no
 * harm. The pages of a build are attached this way.
 */
public abstract class DrillListener implements ExtensionPoint {
    /** An execution has begun; told once, also when the controller restarts in between. */
    public void onStarted(Run<?, ?> build, DrillRecord record) {}

    /**
     * The execution has ended and everything is archived, but it does not count as over yet: when the controller is
     * killed now, this is told again.
     */
    public void onArchived(Run<?, ?> build, DrillRecord record, DrillResult result)
            throws IOException, InterruptedException {}

    /** The execution is over. */
    public void onFinished(Run<?, ?> build, DrillRecord record, DrillResult result) {}

    /** The page of an execution, relative to Jenkins' root and without a slash at its start; empty when there is none. */
    public Optional<String> pageOf(Run<?, ?> build, DrillRecord record) {
        return Optional.empty();
    }

    /** A line of the console with which people decide about a wave that waits; empty when there is none. */
    public Optional<String> promptOf(Run<?, ?> build, DrillRecord record, String wave) throws IOException {
        return Optional.empty();
    }
}
