package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.execution.core.EngineClock;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.shared.SharedInHost;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.journal.Disk;
import java.util.concurrent.Executor;

/**
 * What a host gives the engine.
 *
 * @param connections access to AWS; stays the host's to close
 * @param clock the time; tests and the simulator move it
 * @param executor runs calls side by side; one that runs them in the caller makes the order repeatable
 * @param shared what all executions of the host have in common that work in the same AWS
 * @param disk where journals are
 * @param others other executions that the host knows of
 */
public record EngineRuntime(
        AwsConnections connections,
        EngineClock clock,
        Executor executor,
        EngineSettings settings,
        OtherExecutions others,
        SharedInHost shared,
        Disk disk) {

    /** A runtime on the machine's disk. */
    public EngineRuntime(
            AwsConnections connections,
            EngineClock clock,
            Executor executor,
            EngineSettings settings,
            OtherExecutions others,
            SharedInHost shared) {
        this(connections, clock, executor, settings, others, shared, Disk.REAL);
    }

    /** The same, knowing how long things took in an earlier drill of the plan. */
    public EngineRuntime knowing(EarlierDurations earlier) {
        return new EngineRuntime(connections, clock, executor, settings.with(earlier), others, shared, disk);
    }

    /** A runtime of a host that runs one execution and knows of no other. */
    public EngineRuntime(AwsConnections connections, EngineClock clock, Executor executor, EngineSettings settings) {
        this(connections, clock, executor, settings, OtherExecutions.UNKNOWN, new SharedInHost());
    }
}
