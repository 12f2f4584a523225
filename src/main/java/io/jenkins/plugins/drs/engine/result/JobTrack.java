package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogLine;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServerProgress;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of one launch and its job so far. */
final class JobTrack {
    private static final String LAUNCHED = "LAUNCHED";

    private final Instant intendedAt;
    private final LaunchIntended intent;
    private final Map<String, ServerProgress> servers = new HashMap<>();
    private final Map<String, Instant> launchedAt = new HashMap<>();
    private final List<JobLogLine> log = new ArrayList<>();
    private Optional<String> jobId = Optional.empty();
    private Optional<Instant> ended = Optional.empty();
    private String status = "PENDING";
    private boolean found;

    JobTrack(Instant intendedAt, LaunchIntended intent) {
        this.intendedAt = intendedAt;
        this.intent = intent;
    }

    void accepted(String job, boolean wasFound) {
        jobId = Optional.of(job);
        found = wasFound;
    }

    void observed(Instant at, JobObserved event) {
        status = event.status();
        ended = event.ended().or(() -> ended);
        for (ServerProgress server : event.servers()) {
            servers.put(server.sourceServerId(), server);
            if (server.launchStatus().equals(LAUNCHED)) {
                launchedAt.putIfAbsent(server.sourceServerId(), at);
            }
        }
    }

    void logged(List<JobLogLine> lines) {
        log.clear();
        log.addAll(lines);
    }

    String wave() {
        return intent.wave();
    }

    Instant intendedAt() {
        return intendedAt;
    }

    boolean accepted() {
        return jobId.isPresent();
    }

    /** The job from the view of one of its servers; empty until it was accepted. */
    Optional<Launch.Job> of(String sourceServerId) {
        String launchStatus =
                progress(sourceServerId).map(ServerProgress::launchStatus).orElse("PENDING");
        return jobId.map(id -> new Launch.Job(id, status, launchStatus, intendedAt, ended));
    }

    Optional<ServerProgress> progress(String sourceServerId) {
        return Optional.ofNullable(servers.get(sourceServerId));
    }

    boolean launched(String sourceServerId) {
        return launchedAt.containsKey(sourceServerId);
    }

    /** Whether an instance of the server may still come: the job has not ended, or is not known. */
    boolean mayLaunch(String sourceServerId) {
        return ended.isEmpty() && !launched(sourceServerId);
    }

    /** When the server was seen launched first, or the end of the job where that came earlier. */
    Optional<Instant> launchEnd(String sourceServerId) {
        return Optional.ofNullable(launchedAt.get(sourceServerId))
                .map(seen -> ended.filter(end -> end.isBefore(seen)).orElse(seen));
    }

    List<JobLogLine> log() {
        return log;
    }

    JobResult result(Target place, Instant now, Evidence evidence) {
        Timing timing = Timing.of(Optional.of(intendedAt), ended, now);
        int size = intent.sourceServerIds().size();
        var summary = new JobResult.Summary(jobId.orElse(""), status, size, launchedAt.size(), timing);
        List<JobResult.LogLine> lines = log.stream()
                .map(line -> new JobResult.LogLine(line.at(), line.event(), line.sourceServerId(), line.error()))
                .toList();
        return new JobResult(summary, place, found, lines, evidence);
    }

    LaunchIntended intent() {
        return intent;
    }
}
