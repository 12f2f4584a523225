package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftoverFound;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftoversSearched;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchTags;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds drill instances that the tags of their job show to be of this plan. Others are never touched, nor are those of a
 * drill that is known to be running.
 */
final class SearchLeftovers implements Effect {
    private static final Set<String> GONE = Set.of("TERMINATED", "NOT_FOUND", "SHUTTING-DOWN");

    /** Jobs that began earlier have long ended: a launch takes minutes, an hour at the worst. */
    private static final Duration JOBS_WITHIN = Duration.ofDays(1);

    private final String planTag;
    private final Target target;
    private final OtherExecutions others;
    private final boolean isWaitAnnounced;

    SearchLeftovers(ExecutionState state, Target target, OtherExecutions others) {
        this.planTag = LaunchTags.value(state.plan().planName());
        this.target = target;
        this.others = others;
        this.isWaitAnnounced = state.isStepDone(waitKey(target));
    }

    private static String waitKey(Target target) {
        return "wait/" + target.key();
    }

    static String keyFor(Target target) {
        return "leftovers/" + target.key();
    }

    @Override
    public String key() {
        return keyFor(target);
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(target, "drs:DescribeJobs"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        DrsGateway drs = aws.drs(target);
        List<RecoveryJob> running = drs.recentJobs(JOBS_WITHIN).stream()
                .filter(job -> !job.isCompleted() && isOfPlan(job) && !isOfRunningDrill(job))
                .toList();
        return running.isEmpty() ? leftovers(drs) : waitFor(running.get(0));
    }

    private List<ExecutionEvent> leftovers(DrsGateway drs) {
        List<RecoveryInstance> drills = drs.recoveryInstances(List.of()).stream()
                .filter(instance -> instance.drill() && !GONE.contains(instance.ec2State()))
                .toList();
        Set<String> jobIds = drills.stream()
                .map(RecoveryInstance::jobId)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        Map<String, RecoveryJob> jobs =
                drs.jobs(jobIds).stream().collect(Collectors.toMap(RecoveryJob::jobId, Function.identity()));
        List<ExecutionEvent> events = new ArrayList<>();
        Set<String> spared = new TreeSet<>();
        Set<String> unnamed = new TreeSet<>();
        for (RecoveryInstance instance : drills) {
            RecoveryJob job = jobs.get(instance.jobId());
            if (job != null && isOfPlan(job) && isOfRunningDrill(job)) {
                spared.add(executionOf(job));
            } else if (job != null && isOfPlan(job)) {
                events.add(found(instance, job));
            } else if (job != null && !job.tagsListed()) {
                unnamed.add(instance.recoveryInstanceId() + " of job " + job.jobId());
            }
        }
        if (!unnamed.isEmpty()) {
            events.add(unnamed(unnamed));
        }
        if (!spared.isEmpty()) {
            events.add(spared(spared));
        }
        events.add(new LeftoversSearched(target));
        return events;
    }

    /** What a running job has yet to launch would be missed, so the search is made again when it has ended. */
    private List<ExecutionEvent> waitFor(RecoveryJob job) {
        Check check = Check.warning(
                "Leftovers",
                target.toString(),
                "Job " + job.jobId() + " of an earlier drill still runs and may launch more instances.",
                "Nothing: the search goes on when it has ended.");
        return isWaitAnnounced ? List.of() : List.of(new StepDone(waitKey(target), List.of(check), List.of()));
    }

    private boolean isOfPlan(RecoveryJob job) {
        return planTag.equals(job.tags().get(LaunchTags.PLAN)) && job.tags().containsKey(LaunchTags.EXECUTION);
    }

    private LeftoverFound found(RecoveryInstance instance, RecoveryJob job) {
        return new LeftoverFound(
                instance.recoveryInstanceId(), instance.sourceServerId(), target, instance.jobId(), executionOf(job));
    }

    private boolean isOfRunningDrill(RecoveryJob job) {
        return others.isRunning(executionOf(job));
    }

    private static String executionOf(RecoveryJob job) {
        return job.tags().get(LaunchTags.EXECUTION);
    }

    private StepDone unnamed(Set<String> instances) {
        Check check = Check.warning(
                "Leftovers",
                target.toString(),
                "AWS listed no tags of the jobs that launched " + String.join(", ", instances)
                        + ", so nobody knows whose these drill instances are. They were left alone.",
                "Clean up again, or terminate them in Elastic Disaster Recovery if they are of this plan.");
        return new StepDone("unnamed/" + target.key(), List.of(check), List.of());
    }

    private StepDone spared(Set<String> executions) {
        Check check = Check.warning(
                "Leftovers",
                target.toString(),
                "Drill " + String.join(", ", executions) + " of this plan is running. Its instances were left to it.",
                "Nothing, unless that drill leaves something behind: then clean up again.");
        return new StepDone("spared/" + target.key(), List.of(check), List.of());
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        Check check = Check.failed("Leftovers", target.toString(), failure.sentence(), failure.remedy());
        return List.of(new StepDone(key(), List.of(check), List.of()));
    }

    @Override
    public int attempts() {
        return 8;
    }
}
