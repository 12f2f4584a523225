package io.jenkins.plugins.drs.simulator.ledger;

import java.time.Instant;

/**
 * An instance that exists now.
 *
 * @param jobId the job that launched it
 * @param state EC2 state, such as {@code running}
 */
public record InstanceEntry(
        String account,
        String region,
        String instanceId,
        String sourceServerId,
        String jobId,
        boolean drill,
        String state,
        Instant launchTime) {}
