package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServerProgress;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.watch.Watcher;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.EffectHistory;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Watches all jobs of a target with one call, reads the log of each that has ended, and settles its servers. */
public final class JobDecider implements Decider {
    private final Watcher watcher;

    public JobDecider(Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        if (state.phase() != Phase.WAVES && state.phase() != Phase.CLEANUP) {
            return;
        }
        state.jobBook().withoutLog().forEach(job -> decision.run(new CollectJobLog(job)));
        Map<Target, List<JobState>> running = new TreeMap<>();
        for (JobState job : state.jobBook().running()) {
            running.computeIfAbsent(job.target(), target -> new ArrayList<>()).add(job);
        }
        running.forEach((target, jobs) -> watch(state, now, decision, target, jobs));
        if (state.serverBook().jobs().stream()
                .flatMap(id -> state.job(id).stream())
                .anyMatch(JobDecider::isOver)) {
            settle(state, decision);
        }
    }

    /** Whether everything is known of a job that there will be. */
    private static boolean isOver(JobState job) {
        return job.isCompleted() && job.logCollected();
    }

    private void watch(ExecutionState state, Instant now, Decision decision, Target target, List<JobState> jobs) {
        EffectHistory history = state.effect(WatchJobs.keyFor(target));
        Instant next = watcher.nextLookAtJobs(state, now, jobs, history.lastCall());
        if (decision.isDue(Optional.of(next))) {
            decision.run(new WatchJobs(state, target, jobs));
        }
    }

    /** A server that its job did not launch has failed once the job is over and its log tells why. */
    private static void settle(ExecutionState state, Decision decision) {
        for (ServerState server : state.serversIn(ServerStage.IN_JOB)) {
            server.jobId()
                    .flatMap(state::job)
                    .filter(JobDecider::isOver)
                    .ifPresent(job -> decision.emit(failed(server, job)));
        }
    }

    private static ServerFailed failed(ServerState server, JobState job) {
        ServerProgress progress = job.servers().get(server.id());
        String status = progress == null ? "unknown" : progress.launchStatus();
        String reason = job.failures().getOrDefault(server.id(), "Its launch status is " + status + ".");
        return new ServerFailed(
                server.id(), FailureStage.LAUNCH, "Job " + job.jobId() + " did not launch it. " + reason);
    }
}
