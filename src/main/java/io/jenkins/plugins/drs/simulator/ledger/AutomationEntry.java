package io.jenkins.plugins.drs.simulator.ledger;

import java.time.Instant;

/** One automation that was really started; a repeated start with the same client token adds none. */
public record AutomationEntry(
        Instant time, String account, String region, String executionId, String document, String clientToken) {}
