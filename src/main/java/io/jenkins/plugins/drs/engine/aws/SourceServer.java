package io.jenkins.plugins.drs.engine.aws;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A replicated server.
 *
 * @param hostname as the agent reported it; empty when unknown
 * @param replicationState {@code dataReplicationInfo.dataReplicationState}, such as {@code CONTINUOUS}; {@code UNKNOWN}
 *     when AWS gives none
 * @param lag {@code dataReplicationInfo.lagDuration}; empty when the server does not lag
 * @param replicationError {@code dataReplicationInfo.dataReplicationError.error}
 */
public record SourceServer(
        String sourceServerId,
        String hostname,
        Map<String, String> tags,
        String replicationState,
        Optional<Duration> lag,
        Optional<String> replicationError) {
    public SourceServer {
        tags = Map.copyOf(tags);
    }
}
