package io.jenkins.plugins.drs.engine.state;

import java.time.Instant;
import java.util.Set;

/**
 * What other people's jobs take of a target's limits.
 *
 * @param at when it was seen
 * @param busyServers source servers in such jobs
 */
public record TargetLoad(Instant at, int jobs, int servers, Set<String> busyServers) {}
