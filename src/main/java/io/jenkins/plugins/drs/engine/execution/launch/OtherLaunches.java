package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob.ParticipatingServer;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServersTaken;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.UnknownJobSeen;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which jobs of a target are somebody else's launches of an execution's servers, and which have its tag though its
 * journal does not know them. A copy of what the state knew when it was made, so that any thread may ask.
 */
final class OtherLaunches {
    private final String execution;
    private final Target target;
    private final Set<String> known;
    /** Servers of each launch whose answer is missing. */
    private final Map<String, List<String>> inDoubt = new HashMap<>();
    /** Job of each server that has not come to its end, empty where it has none yet. */
    private final Map<String, String> jobOf = new HashMap<>();

    OtherLaunches(ExecutionState state, Target target) {
        this.execution = state.started().executionId();
        this.target = target;
        this.known = new HashSet<>(state.jobBook().ids());
        known.addAll(state.jobBook().contention().jobs());
        state.launches().stream()
                .filter(LaunchState::isInDoubt)
                .forEach(launch -> inDoubt.put(
                        launch.intended().launchId(), launch.intended().sourceServerIds()));
        state.servers().stream()
                .filter(server ->
                        server.target().equals(target) && !server.stage().isEnd())
                .forEach(server -> jobOf.put(server.id(), server.jobId().orElse("")));
    }

    /** What is new among the jobs of the target. */
    List<ExecutionEvent> among(Collection<RecoveryJob> jobs) {
        List<ExecutionEvent> events = new ArrayList<>();
        for (RecoveryJob job : jobs) {
            String tag = job.tags().getOrDefault(LaunchTags.EXECUTION, "");
            if (known.contains(job.jobId()) || tag.isEmpty()) {
                continue;
            }
            if (tag.equals(execution)) {
                unknown(job, events);
            } else if (!job.isCompleted()) {
                taken(job, tag, jobs, events);
            }
        }
        return events;
    }

    /**
     * The same events, once AWS has listed each unknown job by its id, too: what stops an execution may not come from one answer.
     *
     * @throws AwsFailure when it lists none by that id
     */
    static List<ExecutionEvent> confirmed(List<ExecutionEvent> events, DrsGateway drs) {
        Set<String> unknown = events.stream()
                .filter(UnknownJobSeen.class::isInstance)
                .map(event -> ((UnknownJobSeen) event).jobId())
                .collect(Collectors.toSet());
        drs.jobs(unknown).forEach(job -> unknown.remove(job.jobId()));
        if (!unknown.isEmpty()) {
            throw AwsFailure.unreadable(
                    "drs:DescribeJobs",
                    "Expected jobs " + unknown + " to be listed by their ids, too, but they are not");
        }
        return events;
    }

    /** A launch whose answer is missing is looked up by its tag: its job is ours, unless it launches other servers. */
    private void unknown(RecoveryJob job, List<ExecutionEvent> events) {
        String launch = job.tags().getOrDefault(LaunchTags.LAUNCH, "");
        if (FindLaunch.isOfUnnamedLaunch(job, execution)
                && inDoubt.values().stream().anyMatch(servers -> servers.containsAll(servers(job)))) {
            return;
        }
        if (!inDoubt.getOrDefault(launch, List.of()).containsAll(servers(job)) || !inDoubt.containsKey(launch)) {
            events.add(new UnknownJobSeen(target, job.jobId(), launch, servers(job)));
        }
    }

    private void taken(RecoveryJob job, String by, Collection<RecoveryJob> jobs, List<ExecutionEvent> events) {
        List<String> ours = servers(job).stream().filter(jobOf::containsKey).toList();
        if (!ours.isEmpty()) {
            boolean older = jobs.stream()
                    .filter(own -> ours.stream().anyMatch(server -> own.jobId().equals(jobOf.get(server))))
                    .allMatch(own -> AGE.compare(job, own) < 0);
            events.add(new ServersTaken(target, job.jobId(), by, older, ours));
        }
    }

    /** The same for everybody who compares two jobs. */
    private static final Comparator<RecoveryJob> AGE =
            Comparator.comparing(RecoveryJob::created).thenComparing(RecoveryJob::jobId);

    private static List<String> servers(RecoveryJob job) {
        return job.servers().stream().map(ParticipatingServer::sourceServerId).toList();
    }
}
