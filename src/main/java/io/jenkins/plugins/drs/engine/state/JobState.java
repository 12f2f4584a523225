package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogLine;
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
 * @param failures why servers failed, by source server and in the words of its log
 */
public record JobState(
        String jobId,
        Target target,
        Purpose purpose,
        Instant accepted,
        String status,
        Map<String, ServerProgress> servers,
        boolean logCollected,
        Map<String, String> failures) {

    /** What a job is for. */
    public enum Purpose {
        LAUNCH,
        TERMINATE
    }

    static JobState accepted(String jobId, Target target, Purpose purpose, Instant at) {
        return new JobState(jobId, target, purpose, at, "PENDING", Map.of(), false, Map.of());
    }

    JobState observed(String seen, List<ServerProgress> changed) {
        Map<String, ServerProgress> merged = new LinkedHashMap<>(servers);
        changed.forEach(server -> merged.put(server.sourceServerId(), server));
        return new JobState(jobId, target, purpose, accepted, seen, merged, logCollected, failures);
    }

    JobState withLog(List<JobLogLine> lines) {
        Map<String, String> found = new LinkedHashMap<>();
        for (JobLogLine line : lines) {
            if (line.sourceServerId().isPresent() && line.error().isPresent()) {
                found.put(
                        line.sourceServerId().get(),
                        line.event() + ": " + line.error().get());
            }
        }
        return new JobState(jobId, target, purpose, accepted, status, servers, true, found);
    }

    public boolean isCompleted() {
        return status.equals("COMPLETED");
    }
}
