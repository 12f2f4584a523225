package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotFound;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import java.time.Duration;
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
        return aws.drs(launch.intended().target()).jobsSince(launch.at().minus(MARGIN)).stream()
                .filter(job -> launchId.equals(job.tags().get(LaunchTags.LAUNCH)))
                .map(RecoveryJob::jobId)
                .findFirst()
                .map(jobId -> (ExecutionEvent) new LaunchAccepted(launchId, jobId, true))
                .map(List::of)
                .orElseGet(() -> List.of(new LaunchNotFound(launchId)));
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
