package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.InstanceTerminated;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftoverFound;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.RemainsObserved;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.Causes;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.InstanceState;
import io.jenkins.plugins.drs.engine.state.JobState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks which instances of this execution are still there. Finds those too that a job launched without saying so.
 * An instance that is not a drill's, or that another job launched, is never taken for ours.
 */
final class ObserveRemains implements Effect {
    private static final String TERMINATED = "TERMINATED";
    private static final String VANISHED = "NOT_FOUND";
    private static final Set<String> GONE = Set.of(TERMINATED, VANISHED);
    private static final String GOING = "SHUTTING-DOWN";

    private final String executionId;
    private final Target target;
    private final Map<String, InstanceState> open = new HashMap<>();
    private final VanishedInstances farewells;
    private final Set<String> known = new HashSet<>();
    private final Set<String> ourJobs = new HashSet<>();
    private final Set<String> sourceServers = new HashSet<>();
    private final List<String> about = new ArrayList<>(List.of(Causes.EXECUTION));

    ObserveRemains(ExecutionState state, Target target) {
        this.executionId = state.started().executionId();
        this.target = target;
        this.farewells = new VanishedInstances(state, target);
        for (InstanceState instance : state.instances()) {
            known.add(instance.id());
            if (instance.isOpen() && instance.target().equals(target)) {
                open.put(instance.id(), instance);
                sourceServers.add(instance.sourceServerId());
            }
        }
        for (JobState job : state.jobs()) {
            if (job.target().equals(target)) {
                about.add(job.jobId());
                if (job.purpose() == JobState.Purpose.LAUNCH) {
                    ourJobs.add(job.jobId());
                }
            }
        }
        state.servers().stream()
                .filter(server -> server.jobId().filter(ourJobs::contains).isPresent())
                .forEach(server -> sourceServers.add(server.id()));
    }

    @Override
    public Collection<String> about() {
        return about;
    }

    @Override
    public String key() {
        return keyFor(target);
    }

    static String keyFor(Target target) {
        return "remains/" + target.key();
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(target, "drs:DescribeRecoveryInstances"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        List<ExecutionEvent> events = new ArrayList<>();
        Map<String, String> there = new HashMap<>();
        if (!sourceServers.isEmpty()) {
            aws.drs(target).recoveryInstances(sourceServers).forEach(instance -> look(instance, there, events));
        }
        List<String> up = new ArrayList<>();
        List<String> vanished = new ArrayList<>();
        for (String id : open.keySet()) {
            String state = there.getOrDefault(id, VANISHED);
            if (state.equals(TERMINATED)) {
                events.add(new InstanceTerminated(id));
            } else if (state.equals(VANISHED)) {
                vanished.add(id);
            } else if (!state.equals(GOING)) {
                up.add(id);
            }
        }
        events.addAll(farewells.of(vanished, aws));
        events.add(new RemainsObserved(target, up));
        return events;
    }

    private void look(RecoveryInstance instance, Map<String, String> there, List<ExecutionEvent> events) {
        there.put(instance.recoveryInstanceId(), instance.ec2State());
        boolean ours = instance.drill() && ourJobs.contains(instance.jobId());
        if (ours && !known.contains(instance.recoveryInstanceId()) && !GONE.contains(instance.ec2State())) {
            events.add(new LeftoverFound(
                    instance.recoveryInstanceId(), instance.sourceServerId(), target, instance.jobId(), executionId));
        }
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        return List.of();
    }

    /** Nobody may say that nothing is left without having looked. */
    @Override
    public boolean isPersistent() {
        return true;
    }
}
