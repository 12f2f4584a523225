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
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for the job of a launch whose answer was lost, by the tag that the launch gave it. */
final class FindLaunch implements Effect {
    /** However wrong our clock is: the tag tells which job it is, and not to find it would be to launch twice. */
    private static final Duration MARGIN = Duration.ofDays(366);

    /** A job without tags that was made so long before and has ended is not ours, unless our clock is wrong by more. */
    private static final Duration MARGIN_WITHOUT_TAGS = Duration.ofDays(60);

    /** {@code initiatedBy} of what {@code StartRecovery} starts; empty where the answer lacks it. */
    private static final Set<String> LAUNCHES = Set.of("START_DRILL", "START_RECOVERY", "");

    private final LaunchState launch;
    private final String execution;
    private final Set<String> known;

    FindLaunch(ExecutionState state, LaunchState launch) {
        this.launch = launch;
        this.execution = state.started().executionId();
        this.known = Set.copyOf(state.jobBook().ids());
    }

    @Override
    public Collection<String> about() {
        return List.of(launch.intended().launchId());
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
        List<RecoveryJob> jobs =
                aws.drs(launch.intended().target()).jobsSince(launch.at().minus(MARGIN));
        List<RecoveryJob> found = jobs.stream()
                .filter(job -> launchId.equals(job.tags().get(LaunchTags.LAUNCH)))
                .toList();
        Optional<RecoveryJob> ours = found.stream()
                .filter(job -> launch.intended().sourceServerIds().containsAll(servers(job)))
                .findFirst();
        if (ours.isPresent()) {
            String jobId = ours.get().jobId();
            if (aws.drs(launch.intended().target()).jobs(Set.of(jobId)).isEmpty()) {
                throw AwsFailure.unreadable(
                        "drs:DescribeJobs", "Expected job " + jobId + " to be listed by its id, too, but it is not");
            }
            return List.of(new LaunchAccepted(launchId, jobId, true));
        }
        jobs.stream().filter(this::isPerhapsOurs).findFirst().ifPresent(this::keepInDoubt);
        List<ExecutionEvent> events = new ArrayList<>();
        found.forEach(
                job -> events.add(new UnknownJobSeen(launch.intended().target(), job.jobId(), launchId, servers(job))));
        events.add(new LaunchNotFound(launchId));
        return events;
    }

    /** Whether AWS did not say of a launch of these servers which launch it is: it has the tags that we gave, if it is ours. */
    private boolean isPerhapsOurs(RecoveryJob job) {
        boolean unnamed = job.tagsListed()
                ? isOfUnnamedLaunch(job, execution)
                : !job.isCompleted() || job.created().isAfter(launch.at().minus(MARGIN_WITHOUT_TAGS));
        return unnamed
                && !known.contains(job.jobId())
                && LAUNCHES.contains(job.initiatedBy())
                && launch.intended().sourceServerIds().containsAll(servers(job));
    }

    /** Whether the tags name the execution, but not the launch. */
    static boolean isOfUnnamedLaunch(RecoveryJob job, String execution) {
        return execution.equals(job.tags().get(LaunchTags.EXECUTION))
                && !job.tags().containsKey(LaunchTags.LAUNCH);
    }

    private void keepInDoubt(RecoveryJob job) {
        throw AwsFailure.unreadable(
                "drs:DescribeJobs",
                "Expected the tags of job " + job.jobId() + ", which launches servers of launch "
                        + launch.intended().launchId()
                        + ", but the answer lacks them, so whether it is that launch is not known");
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
