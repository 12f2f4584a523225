package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What a host gives the engine.
 *
 * @param connections access to AWS; stays the host's to close
 * @param clock the time; tests and the simulator move it
 * @param executor runs calls side by side; one that runs them in the caller makes the order repeatable
 */
public record EngineRuntime(
        AwsConnections connections, InstantSource clock, Executor executor, EngineSettings settings) {}
