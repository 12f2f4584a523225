package io.jenkins.plugins.drs.simulator.state;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A recovery instance: an EC2 instance as DRS sees it.
 *
 * @param id the same as the EC2 instance's
 * @param pointInTime of the data it was launched with
 * @param tags may be changed
 */
public record RecoveryInstance(
        String id,
        String arn,
        String sourceServerId,
        String jobId,
        boolean drill,
        Instant pointInTime,
        Map<String, String> tags) {

    public RecoveryInstance {
        tags = new TreeMap<>(tags);
    }
}
