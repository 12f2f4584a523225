package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import java.time.Duration;
import java.util.Optional;

/**
 * What a source server must show to take part.
 *
 * @param anyReplicationState whether a state other than {@code CONTINUOUS} is only warned about
 * @param replaceLeftovers whether drill instances that nobody is known to use are replaced
 * @param limits of the account, by which launches are forecast
 * @param maxLag recovery point objective; empty when the plan has none
 */
record ServerRules(
        boolean anyReplicationState, boolean replaceLeftovers, Optional<Duration> maxLag, QuotaLimits limits) {}
