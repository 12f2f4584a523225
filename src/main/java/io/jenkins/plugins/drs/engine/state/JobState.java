package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServerProgress;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A job of this execution, as it stands.
 *
 * @param purpose what it does
 * @param accepted when it became known
 * @param servers last progress seen, by source server
 * @param logCollected whether its log is in the journal
 */
public record JobState(
        String jobId,
        Target target,
        Purpose purpose,
        Instant accepted,
        String status,
        Map<String, ServerProgress> servers,
        boolean logCollected) {

    /** What a job is for. */
    public enum Purpose {
        LAUNCH,
        TERMINATE
    }

    static JobState accepted(String jobId, Target target, Purpose purpose, Instant at) {
        return new JobState(jobId, target, purpose, at, "PENDING", Map.of(), false);
    }

    JobState observed(String seen, List<ServerProgress> changed) {
        Map<String, ServerProgress> merged = new LinkedHashMap<>(servers);
        changed.forEach(server -> merged.put(server.sourceServerId(), server));
        return new JobState(jobId, target, purpose, accepted, seen, merged, logCollected);
    }

    JobState withLog() {
        return new JobState(jobId, target, purpose, accepted, status, servers, true);
    }

    public boolean isCompleted() {
        return status.equals("COMPLETED");
    }
}
