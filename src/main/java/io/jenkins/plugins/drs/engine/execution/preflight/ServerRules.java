package io.jenkins.plugins.drs.engine.execution.preflight;

import java.time.Duration;
import java.util.Optional;

/**
 * What a source server must show to take part.
 *
 * @param anyReplicationState whether a state other than {@code CONTINUOUS} is only warned about
 * @param maxLag recovery point objective; empty when the plan has none
 */
record ServerRules(boolean anyReplicationState, Optional<Duration> maxLag) {}
