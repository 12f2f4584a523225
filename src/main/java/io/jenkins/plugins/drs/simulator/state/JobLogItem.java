package io.jenkins.plugins.drs.simulator.state;

import java.time.Instant;

/**
 * One line of a job's log. What is null is left out.
 *
 * @param event as DRS names it
 */
public record JobLogItem(
        Instant time,
        String event,
        String sourceServerId,
        String conversionServerId,
        String targetInstanceId,
        String rawError) {}
