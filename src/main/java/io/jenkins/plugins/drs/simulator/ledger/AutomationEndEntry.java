package io.jenkins.plugins.drs.simulator.ledger;

import java.time.Instant;

/**
 * One automation that has ended, well or badly.
 *
 * @param started when it was asked for
 */
public record AutomationEndEntry(
        Instant started, Instant ended, String account, String region, String executionId, String document) {}
