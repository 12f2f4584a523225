package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob.ParticipatingServer;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServerProgress;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.JobState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at all running jobs of a target with one call and tells what changed, and what others launch there. */
final class WatchJobs implements Effect {
    private final Target target;
    private static final Duration JOBS_WITHIN = Duration.ofDays(1);

    private final Map<String, JobState> jobs;
    private final OtherLaunches others;

    WatchJobs(ExecutionState state, Target target, Collection<JobState> jobs) {
        this.target = target;
        this.others = new OtherLaunches(state, target);
        this.jobs = jobs.stream().collect(Collectors.toMap(JobState::jobId, Function.identity()));
    }

    @Override
    public Collection<String> about() {
        return jobs.keySet();
    }

    @Override
    public String key() {
        return keyFor(target);
    }

    static String keyFor(Target target) {
        return "watch/" + target.key();
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(target, "drs:DescribeJobs"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        DrsGateway drs = aws.drs(target);
        List<RecoveryJob> seen = drs.jobsAndRecent(jobs.keySet(), JOBS_WITHIN);
        seen.stream().filter(job -> !isAsKnown(job)).findFirst().ifPresent(WatchJobs::refuse);
        return OtherLaunches.confirmed(changes(seen), drs);
    }

    Target target() {
        return target;
    }

    /** How the jobs differ from what is known of them; jobs of others are told where they launch its servers. */
    List<ExecutionEvent> changes(Collection<RecoveryJob> now) {
        List<ExecutionEvent> events = new ArrayList<>();
        for (RecoveryJob seen : now) {
            JobState known = jobs.get(seen.jobId());
            if (known != null && isAsKnown(seen)) {
                compare(known, seen, events);
            }
        }
        events.addAll(others.among(now));
        return events;
    }

    /**
     * A job never comes to have other servers than it was started for. One that terminates may be another one than was
     * believed: it is waited for, and what it does not terminate is terminated again.
     */
    private boolean isAsKnown(RecoveryJob seen) {
        JobState known = jobs.get(seen.jobId());
        return known == null
                || known.purpose() == JobState.Purpose.TERMINATE
                || seen.servers().stream()
                        .map(ParticipatingServer::sourceServerId)
                        .allMatch(known.members()::contains);
    }

    private static void refuse(RecoveryJob strange) {
        throw AwsFailure.unreadable(
                "drs:DescribeJobs",
                "Expected the servers that job " + strange.jobId() + " was started for, but the answer names others");
    }

    private static void compare(JobState known, RecoveryJob seen, List<ExecutionEvent> events) {
        List<ServerProgress> changed = seen.servers().stream()
                .map(server ->
                        new ServerProgress(server.sourceServerId(), server.launchStatus(), server.recoveryInstanceId()))
                .filter(server -> known.members().contains(server.sourceServerId()))
                .filter(server -> !server.equals(known.servers().get(server.sourceServerId())))
                .toList();
        if (!changed.isEmpty() || !seen.status().equals(known.status())) {
            events.add(new JobObserved(seen.jobId(), seen.status(), changed, seen.ended()));
        }
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        return List.of();
    }

    /** What a job launches has to be taken down, so it is watched for as long as the execution lasts. */
    @Override
    public boolean isPersistent() {
        return true;
    }
}
