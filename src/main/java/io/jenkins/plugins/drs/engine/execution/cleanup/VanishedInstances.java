package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.InstanceChecks;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.InstanceTerminated;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.InstanceState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.TerminationState;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of instances that Elastic Disaster Recovery does not list any more. One is terminated only when a job that
 * terminates said so of it, or EC2 does; of any other it is not known, and it is named.
 */
final class VanishedInstances {
    private static final String TERMINATED = "TERMINATED";
    private static final Set<String> ENDING = Set.of("shutting-down", "terminated");

    /** Jobs of other executions may be newer than this one's last event, and clocks may differ. */
    private static final Duration ROOM = Duration.ofDays(1);

    private static final String UNKNOWN =
            "Elastic Disaster Recovery does not list it any more, and neither it nor EC2 says that it "
                    + "was terminated. Look for it in EC2, and terminate it there if it runs.";

    private final Target target;
    private final Duration jobsWithin;
    private final Set<String> said = new HashSet<>();

    VanishedInstances(ExecutionState state, Target target) {
        this.target = target;
        Instant last = state.lastEventAt().orElse(state.startedAt());
        this.jobsWithin = Duration.between(state.startedAt(), last).plus(ROOM);
        for (TerminationState termination : state.terminations()) {
            termination
                    .jobId()
                    .flatMap(state::job)
                    .ifPresent(job -> termination.intended().recoveryInstanceIds().stream()
                            .filter(id -> isTerminatedBy(job, state, id))
                            .forEach(said::add));
        }
    }

    private static boolean isTerminatedBy(JobState job, ExecutionState state, String id) {
        return state.instance(id)
                .map(InstanceState::sourceServerId)
                .map(job.servers()::get)
                .filter(server -> server.launchStatus().equals(TERMINATED))
                .isPresent();
    }

    /** Events for each instance that is not listed; none for one that is still going. */
    List<ExecutionEvent> of(Collection<String> vanished, AwsAccess aws) {
        List<ExecutionEvent> events = new ArrayList<>();
        List<String> unsaid = new ArrayList<>();
        for (String id : vanished) {
            if (said.contains(id)) {
                events.add(new InstanceTerminated(id));
            } else {
                unsaid.add(id);
            }
        }
        if (!unsaid.isEmpty()) {
            events.addAll(asked(unsaid, aws));
        }
        return events;
    }

    private List<ExecutionEvent> asked(List<String> unsaid, AwsAccess aws) {
        List<RecoveryJob> jobs = aws.drs(target).recentJobs(jobsWithin).stream()
                .filter(job -> job.type().equals("TERMINATE"))
                .toList();
        Set<String> gone = participants(jobs, true);
        Set<String> going = participants(jobs, false);
        List<String> open = unsaid.stream()
                .filter(id -> !gone.contains(id) && !going.contains(id))
                .toList();
        gone.addAll(open.isEmpty() ? Set.of() : endedInEc2(open, aws));
        List<ExecutionEvent> events = new ArrayList<>();
        for (String id : unsaid) {
            if (gone.contains(id)) {
                events.add(new InstanceTerminated(id));
            } else if (!going.contains(id)) {
                events.add(new LeftBehind(RemnantKind.RECOVERY_INSTANCE, id, target, false, UNKNOWN));
            }
        }
        return events;
    }

    /** Instances that jobs have terminated, or that running jobs have not terminated yet. */
    private static Set<String> participants(List<RecoveryJob> jobs, boolean terminated) {
        return jobs.stream()
                .filter(job -> terminated || !job.isCompleted())
                .flatMap(job -> job.servers().stream())
                .filter(server -> server.launchStatus().equals(TERMINATED) == terminated)
                .flatMap(server -> server.recoveryInstanceId().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Where EC2 may not be asked, or does not know any of them, nobody says so. */
    private Set<String> endedInEc2(List<String> ids, AwsAccess aws) {
        try {
            return aws.compute(target).checks(ids).stream()
                    .filter(instance -> ENDING.contains(instance.state()))
                    .map(InstanceChecks::instanceId)
                    .collect(Collectors.toSet());
        } catch (AwsFailure failure) {
            if (failure.kind().isRetryable()) {
                throw failure;
            }
            return Set.of();
        }
    }
}
