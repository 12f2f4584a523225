package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob.ParticipatingServer;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LoadObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServersTaken;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.Causes;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks what other people's jobs take of a target's limits, and whether others launched servers that wait here to be
 * launched: their instances would be replaced.
 */
final class ObserveLoad implements Effect {
    private static final Duration JOBS_WITHIN = Duration.ofDays(1);
    private static final Set<String> GONE = Set.of("TERMINATED", "NOT_FOUND", "SHUTTING-DOWN");

    private final Target target;
    private final Set<String> ownJobs;
    private final List<String> waitingServers;
    private final Set<String> waves;
    private final Set<String> toLaunch;
    private final OtherLaunches launches;
    private final OtherExecutions others;
    private final boolean replaces;

    /** @param waitingServers servers that are to be launched; they are given up when the look is refused */
    ObserveLoad(ExecutionState state, Target target, List<String> waitingServers, OtherExecutions others) {
        this.target = target;
        this.ownJobs = Set.copyOf(state.jobBook().ids());
        this.waitingServers = List.copyOf(waitingServers);
        this.waves = waitingServers.stream()
                .flatMap(id -> state.server(id).stream())
                .map(server -> Causes.wave(server.selected().wave()))
                .collect(Collectors.toSet());
        this.toLaunch = state.serversIn(ServerStage.WAITING).stream()
                .filter(server -> server.target().equals(target))
                .map(ServerState::id)
                .collect(Collectors.toSet());
        this.launches = new OtherLaunches(state, target);
        this.others = others;
        this.replaces =
                state.started().options().replaceLeftovers() || state.started().mode() == Mode.RECOVERY;
    }

    @Override
    public Collection<String> about() {
        return waves;
    }

    @Override
    public String key() {
        return keyFor(target);
    }

    static String keyFor(Target target) {
        return "load/" + target.key();
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(target, "drs:DescribeJobs"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        DrsGateway drs = aws.drs(target);
        List<RecoveryJob> jobs = drs.recentJobs(JOBS_WITHIN);
        List<ExecutionEvent> events = new ArrayList<>(OtherLaunches.confirmed(launches.among(jobs), drs));
        events.addAll(launched(drs, jobs));
        events.add(observed(target, ownJobs, jobs));
        return events;
    }

    /** Instances of servers of any wave that is still to come that jobs of others launched and that are still there; asked for where there are such jobs. */
    private List<ExecutionEvent> launched(DrsGateway drs, List<RecoveryJob> jobs) {
        Map<String, RecoveryJob> jobOf = new HashMap<>();
        for (RecoveryJob job : jobs) {
            if (job.isCompleted() && !ownJobs.contains(job.jobId())) {
                job.servers().stream()
                        .filter(server -> toLaunch.contains(server.sourceServerId())
                                && server.recoveryInstanceId().isPresent()
                                && server.launchStatus().equals("LAUNCHED"))
                        .forEach(server -> jobOf.putIfAbsent(server.sourceServerId(), job));
            }
        }
        if (jobOf.isEmpty()) {
            return List.of();
        }
        return drs.recoveryInstances(jobOf.keySet()).stream()
                .filter(instance -> !GONE.contains(instance.ec2State()))
                .filter(instance -> isInUse(instance, jobOf.get(instance.sourceServerId()), jobs))
                .map(instance -> taken(instance, jobOf.get(instance.sourceServerId())))
                .toList();
    }

    private boolean isInUse(RecoveryInstance instance, RecoveryJob job, List<RecoveryJob> jobs) {
        if (job == null || !instance.jobId().equals(job.jobId())) {
            return false;
        }
        String execution = execution(job);
        boolean running = !execution.isEmpty()
                && (others.isRunning(execution)
                        || jobs.stream().anyMatch(other -> !other.isCompleted() && execution.equals(execution(other))));
        return !replaces || running || !instance.drill();
    }

    private ExecutionEvent taken(RecoveryInstance instance, RecoveryJob job) {
        return new ServersTaken(target, job.jobId(), execution(job), true, List.of(instance.sourceServerId()));
    }

    private static String execution(RecoveryJob job) {
        return job.tags().getOrDefault(LaunchTags.EXECUTION, "");
    }

    /** What the jobs of a target that are not an execution's own take of its limits. */
    static LoadObserved observed(Target target, Set<String> ownJobs, Collection<RecoveryJob> jobs) {
        List<RecoveryJob> others = jobs.stream()
                .filter(job -> !job.isCompleted() && !ownJobs.contains(job.jobId()))
                .toList();
        List<String> busy = others.stream()
                .flatMap(job -> job.servers().stream())
                .map(ParticipatingServer::sourceServerId)
                .distinct()
                .toList();
        return new LoadObserved(target, others.size(), busy.size(), busy);
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        String reason = "Other jobs could not be looked at. " + failure.explained();
        return waitingServers.stream()
                .map(id -> (ExecutionEvent) new ServerFailed(id, FailureStage.START, reason))
                .toList();
    }
}
