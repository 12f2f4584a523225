package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob.ParticipatingServer;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotFound;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.UnknownJobSeen;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the job of a launch whose answer was lost, by the tag that the launch gave it. */
final class FindLaunch implements Effect {
    /** However wrong our clock is: the tag tells which job it is, and not to find it would be to launch twice. */
    private static final Duration MARGIN = Duration.ofDays(366);

    private final LaunchState launch;

    FindLaunch(LaunchState launch) {
        this.launch = launch;
    }

    @Override
    public String key() {
        return keyFor(launch);
    }

    static String keyFor(LaunchState launch) {
        return "find/" + launch.intended().launchId();
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(launch.intended().target(), "drs:DescribeJobs"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        String launchId = launch.intended().launchId();
        List<RecoveryJob> found = aws
                .drs(launch.intended().target())
                .jobsSince(launch.at().minus(MARGIN))
                .stream()
                .filter(job -> launchId.equals(job.tags().get(LaunchTags.LAUNCH)))
                .toList();
        Optional<RecoveryJob> ours = found.stream()
                .filter(job -> launch.intended().sourceServerIds().containsAll(servers(job)))
                .findFirst();
        if (ours.isPresent()) {
            return List.of(new LaunchAccepted(launchId, ours.get().jobId(), true));
        }
        List<ExecutionEvent> events = new ArrayList<>();
        found.forEach(
                job -> events.add(new UnknownJobSeen(launch.intended().target(), job.jobId(), launchId, servers(job))));
        events.add(new LaunchNotFound(launchId));
        return events;
    }

    /** Another process that runs a copy of the journal counts its launches as this one does. */
    private static List<String> servers(RecoveryJob job) {
        return job.servers().stream().map(ParticipatingServer::sourceServerId).toList();
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        return List.of();
    }

    /** Without the answer its servers could be launched twice, so it is asked for until the execution ends. */
    @Override
    public boolean isPersistent() {
        return true;
    }
}
