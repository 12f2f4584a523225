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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at all running jobs of a target with one call and tells what changed, and what others launch there. */
final class WatchJobs implements Effect {
    private static final Duration JOBS_WITHIN = Duration.ofDays(1);

    /** A job that AWS does not list after that is none of this account and Region. */
    private static final Duration LISTED_WITHIN = Duration.ofMinutes(5);

    private final Target target;
    private final Instant now;

    private final Map<String, JobState> jobs;
    private final OtherLaunches others;

    WatchJobs(ExecutionState state, Target target, Collection<JobState> jobs) {
        this.target = target;
        this.now = state.lastEventAt().orElseThrow();
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
        List<ExecutionEvent> events = new ArrayList<>(unlisted(seen));
        events.addAll(changes(seen));
        return OtherLaunches.confirmed(events, drs);
    }

    /** The answer to a termination named a job that is not there: it is over, and what is still there is terminated again. */
    private List<JobObserved> unlisted(List<RecoveryJob> seen) {
        Set<String> listed = seen.stream().map(RecoveryJob::jobId).collect(Collectors.toSet());
        return jobs.values().stream()
                .filter(job -> job.purpose() == JobState.Purpose.TERMINATE && !listed.contains(job.jobId()))
                .filter(job -> job.accepted().plus(LISTED_WITHIN).isBefore(now))
                .map(job -> new JobObserved(job.jobId(), "COMPLETED", List.of(), Optional.empty()))
                .toList();
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
