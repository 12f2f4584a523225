package io.jenkins.plugins.drs.simulator.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One job that was let in, whoever started it.
 *
 * @param purpose such as {@code START_DRILL} or {@code TERMINATE_RECOVERY_INSTANCES}
 * @param activeJobs jobs in progress in the account's Region right after, this one included
 * @param activeServers servers in those jobs
 */
public record JobStart(
        Instant time,
        String account,
        String region,
        String jobId,
        String purpose,
        List<String> sourceServerIds,
        Map<String, String> tags,
        int activeJobs,
        int activeServers) {

    public JobStart {
        sourceServerIds = List.copyOf(sourceServerIds);
        tags = Map.copyOf(tags);
    }
}
