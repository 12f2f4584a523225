package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob.ParticipatingServer;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LoadObserved;
import io.jenkins.plugins.drs.engine.event.ServerEvent.FailureStage;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.execution.core.Refusal;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks what other people's jobs take of a target's limits. */
final class ObserveLoad implements Effect {
    private static final Duration JOBS_WITHIN = Duration.ofDays(1);

    private final Target target;
    private final Set<String> ownJobs;
    private final List<String> waitingServers;

    /** @param waitingServers servers that are given up when the look is refused */
    ObserveLoad(Target target, Set<String> ownJobs, List<String> waitingServers) {
        this.target = target;
        this.ownJobs = Set.copyOf(ownJobs);
        this.waitingServers = List.copyOf(waitingServers);
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
        return List.of(observed(target, ownJobs, aws.drs(target).recentJobs(JOBS_WITHIN)));
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
        String reason =
                "Other jobs could not be looked at. " + Refusal.message(failure) + " " + Refusal.remedy(failure);
        return waitingServers.stream()
                .map(id -> (ExecutionEvent) new ServerFailed(id, FailureStage.START, reason))
                .toList();
    }
}
