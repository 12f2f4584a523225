package io.jenkins.plugins.drs.simulator.ledger;

import java.time.Instant;

/**
 * The end of an automation.
 *
 * @param status in the words of Systems Manager
 */
public record AutomationEnd(Instant time, String executionId, String status) {}
