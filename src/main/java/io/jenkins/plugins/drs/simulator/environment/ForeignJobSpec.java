package io.jenkins.plugins.drs.simulator.environment;

import java.util.List;

/**
 * A launch job of somebody else. It only occupies quota and servers.
 *
 * @param sourceServers ids or host names of servers it holds
 * @param servers how many further servers it counts, without naming them
 * @param startSeconds simulated seconds after the world's start; may be negative
 */
public record ForeignJobSpec(List<String> sourceServers, Integer servers, long startSeconds, Long durationSeconds) {

    public ForeignJobSpec {
        sourceServers = sourceServers == null ? List.of() : List.copyOf(sourceServers);
        servers = Absent.or(servers, 0);
        durationSeconds = Absent.or(durationSeconds, 600L);
    }
}
