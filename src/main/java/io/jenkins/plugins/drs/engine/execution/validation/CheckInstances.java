package io.jenkins.plugins.drs.engine.execution.validation;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.ComputeInstance;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.InstanceChecks;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceHealth;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceObserved;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.execution.validation.ValidationDecider.Expectations;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Asks EC2 and, where the plan wants the agent online, SSM how instances are doing. */
final class CheckInstances implements Effect {
    private static final Set<String> GOING = Set.of("shutting-down", "terminated");

    private final String wave;
    private final Target target;
    private final Expectations expectations;
    private final Instant checked;
    private final Map<String, ServerState> byInstance = new HashMap<>();

    /**
     * @param checked the checks of instances that were launched later, by the clock of AWS, are not asked for, since they
     *     cannot have ended; {@link Instant#MAX} where nothing may be left out because a server's time is over: the clock
     *     of this machine may be behind that of AWS
     */
    CheckInstances(
            String wave, Target target, Collection<ServerState> servers, Expectations expectations, Instant checked) {
        this.wave = wave;
        this.target = target;
        this.expectations = expectations;
        this.checked = checked;
        servers.forEach(server -> byInstance.put(server.ec2InstanceId().orElseThrow(), server));
    }

    @Override
    public Collection<String> about() {
        return byInstance.values().stream().map(ServerState::id).toList();
    }

    @Override
    public String key() {
        return keyFor(wave, target);
    }

    static String keyFor(String wave, Target target) {
        return "validate/" + target.key() + "/" + wave;
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(target, "ec2:DescribeInstanceStatus"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        List<ComputeInstance> fresh = aws.compute(target).instances(instances(server -> !isDescribed(server)), checked);
        List<InstanceChecks> again = aws.compute(target).checks(instances(CheckInstances::isDescribed));
        Set<String> online = aws.automation(target)
                .onlineInstances(
                        instances(server -> expectations.policyOf(server).ssmAgent()));
        List<ExecutionEvent> events = new ArrayList<>();
        List<ServerState> going = new ArrayList<>();
        fresh.stream()
                .filter(instance -> GOING.contains(instance.state()))
                .forEach(instance -> going.add(byInstance.get(instance.instanceId())));
        again.stream()
                .filter(checks -> GOING.contains(checks.state()))
                .forEach(checks -> going.add(byInstance.get(checks.instanceId())));
        for (ComputeInstance instance : fresh) {
            judge(byInstance.get(instance.instanceId()), instance, online, events);
        }
        for (InstanceChecks checks : again) {
            ServerState server = byInstance.get(checks.instanceId());
            judge(server, described(server.health().orElseThrow(), checks), online, events);
        }
        events.addAll(replaced(aws, going));
        return events;
    }

    /** An instance that goes without our doing may have been replaced. */
    private List<ExecutionEvent> replaced(AwsAccess aws, List<ServerState> going) {
        if (going.isEmpty()) {
            return List.of();
        }
        DrsGateway drs = aws.drs(target);
        List<String> ids = going.stream().map(ServerState::id).toList();
        return new Replacements(going).among(drs.recoveryInstances(ids), drs);
    }

    private List<String> instances(Predicate<ServerState> which) {
        return byInstance.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether everything that does not change any more was seen. */
    private static boolean isDescribed(ServerState server) {
        return server.health()
                .filter(seen -> seen.privateIp().isPresent() && seen.launched().isPresent())
                .isPresent();
    }

    private static ComputeInstance described(InstanceHealth before, InstanceChecks now) {
        return new ComputeInstance(
                now.instanceId(),
                now.state(),
                before.instanceType(),
                before.privateIp(),
                before.launched(),
                now.instanceCheck(),
                now.systemCheck());
    }

    private void judge(ServerState server, ComputeInstance instance, Set<String> online, List<ExecutionEvent> events) {
        Optional<Boolean> agent = expectations.policyOf(server).ssmAgent()
                ? Optional.of(online.contains(instance.instanceId()))
                : Optional.empty();
        InstanceHealth health = new InstanceHealth(
                instance.state(),
                instance.instanceCheck(),
                instance.systemCheck(),
                agent,
                instance.instanceType(),
                instance.privateIp(),
                instance.launched());
        if (!server.health().equals(Optional.of(health))) {
            events.add(new InstanceObserved(server.id(), health));
        }
        if (expectations.areMet(server, health)) {
            events.add(new ServerValidated(server.id()));
        }
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        return List.of();
    }

    /** The wave's time for validation ends the wait. */
    @Override
    public boolean isPersistent() {
        return true;
    }
}
