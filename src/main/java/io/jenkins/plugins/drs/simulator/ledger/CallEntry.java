package io.jenkins.plugins.drs.simulator.ledger;

import java.time.Instant;

/**
 * One call that reached the simulator.
 *
 * @param operation null where the caller was refused before the request was read
 * @param outcome {@code OK} or the error code that was answered
 * @param fault kind of the fault that struck it, or null
 */
public record CallEntry(
        Instant time,
        String service,
        String operation,
        String account,
        String region,
        String requestId,
        String outcome,
        String fault) {}
