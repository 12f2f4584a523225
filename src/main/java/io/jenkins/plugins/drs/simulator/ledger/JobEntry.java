package io.jenkins.plugins.drs.simulator.ledger;

import java.time.Instant;
import java.util.List;

/**
 * One job that somebody asked for and that has ended.
 *
 * @param type {@code LAUNCH} or {@code TERMINATE}
 */
public record JobEntry(
        Instant created,
        Instant ended,
        String account,
        String region,
        String jobId,
        String type,
        List<String> sourceServerIds) {
    public JobEntry {
        sourceServerIds = List.copyOf(sourceServerIds);
    }
}
