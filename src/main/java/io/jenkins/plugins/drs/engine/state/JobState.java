package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogLine;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServerProgress;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job of this execution, as it stands.
 *
 * @param purpose what it does
 * @param accepted when it became known
 * @param servers last progress seen, by source server
 * @param logCollected whether its log is in the journal
 * @param members source servers that it was started for
 * @param ended when it ended, by AWS or, where AWS does not say or our clock disagrees, when that was seen; empty while
 *     it runs
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
        Map<String, String> failures,
        List<String> members,
        Optional<Instant> ended) {

    private static final String COMPLETED = "COMPLETED";

    /** What a job is for. */
    public enum Purpose {
        LAUNCH,
        TERMINATE
    }

    static JobState accepted(String jobId, Target target, Purpose purpose, Instant at, List<String> members) {
        return new JobState(
                jobId,
                target,
                purpose,
                at,
                "PENDING",
                Map.of(),
                false,
                Map.of(),
                List.copyOf(members),
                Optional.empty());
    }

    JobState observed(JobObserved seen, Instant at) {
        Map<String, ServerProgress> merged = new LinkedHashMap<>(servers);
        seen.servers().forEach(server -> merged.put(server.sourceServerId(), server));
        Optional<Instant> byAws = seen.ended().filter(end -> !end.isBefore(accepted) && !end.isAfter(at));
        Optional<Instant> end =
                seen.status().equals(COMPLETED) ? ended.or(() -> byAws).or(() -> Optional.of(at)) : Optional.empty();
        return new JobState(
                jobId, target, purpose, accepted, seen.status(), merged, logCollected, failures, members, end);
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
        return new JobState(jobId, target, purpose, accepted, status, servers, true, found, members, ended);
    }

    public boolean isCompleted() {
        return status.equals(COMPLETED);
    }

    /** Whether its log has still to be read. A termination that went well everywhere has nothing to explain. */
    boolean isLogDue() {
        return isCompleted() && !logCollected && !(purpose == Purpose.TERMINATE && isEverythingTerminated());
    }

    private boolean isEverythingTerminated() {
        return servers.values().stream()
                .allMatch(server -> server.launchStatus().equals("TERMINATED"));
    }
}
