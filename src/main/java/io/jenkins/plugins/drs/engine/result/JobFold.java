package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogCollected;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobsSeen;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotFound;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotMade;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LoadObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServersTaken;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.UnknownJobSeen;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Folds launches and their jobs. Jobs that take instances down are none of its business. */
final class JobFold {
    private final Map<String, JobTrack> byLaunch = new LinkedHashMap<>();
    private final Map<String, JobTrack> byJob = new HashMap<>();
    private final Map<String, JobTrack> byServer = new HashMap<>();

    JobFold(Handlers handlers) {
        handlers.on(LaunchIntended.class, this::intend);
        handlers.on(LaunchAccepted.class, (at, event) -> accept(event));
        handlers.on(LaunchNotMade.class, (at, event) -> drop(event.launchId()));
        handlers.on(JobObserved.class, (at, event) -> job(event.jobId(), job -> job.observed(at, event)));
        handlers.on(JobLogCollected.class, (at, event) -> job(event.jobId(), job -> job.logged(event.lines())));
        handlers.ignore(LoadObserved.class);
        handlers.ignore(JobsSeen.class);
        handlers.ignore(UnknownJobSeen.class);
        handlers.ignore(ServersTaken.class);
        handlers.ignore(LaunchNotFound.class);
    }

    private void intend(Instant at, LaunchIntended event) {
        JobTrack job = new JobTrack(at, event);
        byLaunch.put(event.launchId(), job);
        event.sourceServerIds().forEach(server -> byServer.put(server, job));
    }

    private void accept(LaunchAccepted event) {
        JobTrack job = byLaunch.get(event.launchId());
        if (job != null) {
            job.accepted(event.jobId(), event.found());
            byJob.put(event.jobId(), job);
        }
    }

    private void drop(String launchId) {
        JobTrack job = byLaunch.remove(launchId);
        if (job != null) {
            job.intent().sourceServerIds().forEach(server -> byServer.remove(server, job));
        }
    }

    private void job(String jobId, Consumer<JobTrack> change) {
        Optional.ofNullable(byJob.get(jobId)).ifPresent(change);
    }

    /** The last launch that holds the server; empty when there is none. */
    Optional<JobTrack> ofServer(String sourceServerId) {
        return Optional.ofNullable(byServer.get(sourceServerId));
    }

    /** Launches of a wave that have a job, in the order in which they were asked for. */
    List<JobTrack> ofWave(String wave) {
        return byLaunch.values().stream()
                .filter(job -> job.wave().equals(wave) && job.accepted())
                .toList();
    }
}
