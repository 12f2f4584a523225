package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.execution.core.EngineClock;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import java.util.concurrent.Executor;

/**
 * What a host gives the engine.
 *
 * @param connections access to AWS; stays the host's to close
 * @param clock the time; tests and the simulator move it
 * @param executor runs calls side by side; one that runs them in the caller makes the order repeatable
 * @param others other executions that the host knows of
 */
public record EngineRuntime(
        AwsConnections connections,
        EngineClock clock,
        Executor executor,
        EngineSettings settings,
        OtherExecutions others) {

    /** A runtime of a host that knows of no other execution. */
    public EngineRuntime(AwsConnections connections, EngineClock clock, Executor executor, EngineSettings settings) {
        this(connections, clock, executor, settings, OtherExecutions.UNKNOWN);
    }
}
