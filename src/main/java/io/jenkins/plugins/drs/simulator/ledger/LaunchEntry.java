package io.jenkins.plugins.drs.simulator.ledger;

import java.time.Instant;

/**
 * One instance that came up for a source server.
 *
 * @param ready when its EC2 status checks pass; null when they never do
 */
public record LaunchEntry(
        Instant time,
        String account,
        String region,
        String sourceServerId,
        String jobId,
        String instanceId,
        boolean drill,
        Instant ready) {}
