package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.time.Duration;
import java.util.Optional;

/**
 * What a step wants to have run.
 *
 * @param stepKey tells the executions of one build apart, such as the id of a flow node
 * @param configuration holds the plan, without errors
 * @param limits how it runs
 * @param credentialsId of AWS credentials that the build may use
 * @param patient whether it waits while other executions have its servers
 * @param resumable whether the build goes on after a restart of the controller
 */
public record DrillRequest(
        String stepKey,
        Mode mode,
        DrConfiguration configuration,
        String planName,
        Limits limits,
        Optional<String> credentialsId,
        boolean resumable,
        boolean patient) {

    /** A request that does not wait for servers. */
    public DrillRequest(
            String stepKey,
            Mode mode,
            DrConfiguration configuration,
            String planName,
            Limits limits,
            Optional<String> credentialsId,
            boolean resumable) {
        this(stepKey, mode, configuration, planName, limits, credentialsId, resumable, false);
    }

    /** The same, begun only when a person with the permission for it has confirmed. */
    public DrillRequest confirmed() {
        RunOptions options = limits.options();
        return with(new Limits(options.with(options.found().askingToConfirm()), limits.timeout(), limits.exclusive()));
    }

    /** The same, run otherwise. */
    DrillRequest with(Limits other) {
        return new DrillRequest(stepKey, mode, configuration, planName, other, credentialsId, resumable, patient);
    }

    /** The same, which waits while other executions have its servers, or does not. */
    public DrillRequest waiting(boolean waits) {
        return new DrillRequest(stepKey, mode, configuration, planName, limits, credentialsId, resumable, waits);
    }

    /** The same with another configuration. */
    DrillRequest with(DrConfiguration other) {
        return new DrillRequest(stepKey, mode, other, planName, limits, credentialsId, resumable, patient);
    }

    /**
     * How it runs.
     *
     * @param timeout after which it is cancelled, in the time of the execution
     * @param exclusive whether nothing else may work on the plan meanwhile
     */
    public record Limits(RunOptions options, Optional<Duration> timeout, boolean exclusive) {}
}
