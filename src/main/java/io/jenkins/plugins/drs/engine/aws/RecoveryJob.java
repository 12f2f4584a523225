package io.jenkins.plugins.drs.engine.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job of DRS.
 *
 * @param type {@code LAUNCH}, {@code TERMINATE} or {@code CREATE_CONVERTED_SNAPSHOT}
 * @param initiatedBy such as {@code START_DRILL}
 * @param status {@code PENDING}, {@code STARTED} or {@code COMPLETED}; a job that launched nothing is completed too
 * @param tags empty when it has none, or when AWS did not list them
 * @param tagsListed whether AWS listed the tags: where it did not, nobody knows whose job it is
 */
public record RecoveryJob(
        String jobId,
        String type,
        String initiatedBy,
        String status,
        Instant created,
        Optional<Instant> ended,
        List<ParticipatingServer> servers,
        Map<String, String> tags,
        boolean tagsListed) {

    public RecoveryJob {
        servers = List.copyOf(servers);
        tags = Map.copyOf(tags);
    }

    public boolean isCompleted() {
        return status.equals("COMPLETED");
    }

    /**
     * One server of a job.
     *
     * @param launchStatus {@code PENDING}, {@code IN_PROGRESS}, {@code LAUNCHED}, {@code FAILED} or {@code TERMINATED}
     */
    public record ParticipatingServer(
            String sourceServerId, String launchStatus, Optional<String> recoveryInstanceId) {}
}
