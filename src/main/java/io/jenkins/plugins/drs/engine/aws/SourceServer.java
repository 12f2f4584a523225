package io.jenkins.plugins.drs.engine.aws;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A replicated server.
 *
 * @param hostname as the agent reported it; empty when unknown
 * @param tags empty when it has none, or when AWS did not list them
 * @param tagsListed whether AWS listed the tags: where it did not, a selection by tags may miss the server
 * @param replicationState {@code dataReplicationInfo.dataReplicationState}, such as {@code CONTINUOUS}; {@code UNKNOWN}
 *     when AWS gives none
 * @param lag {@code dataReplicationInfo.lagDuration}; empty when the server does not lag
 * @param replicationError {@code dataReplicationInfo.dataReplicationError.error}
 */
public record SourceServer(
        String sourceServerId,
        String hostname,
        Map<String, String> tags,
        boolean tagsListed,
        String replicationState,
        Optional<Duration> lag,
        Optional<String> replicationError) {
    public SourceServer {
        tags = Map.copyOf(tags);
    }
}
