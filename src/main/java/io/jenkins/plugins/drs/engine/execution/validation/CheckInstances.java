package io.jenkins.plugins.drs.engine.execution.validation;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.ComputeInstance;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceHealth;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceObserved;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks EC2 and, where the plan wants the agent online, SSM how instances are doing. */
final class CheckInstances implements Effect {
    private final Target target;
    private final Expectations expectations;
    private final Map<String, ServerState> byInstance = new HashMap<>();

    CheckInstances(Target target, List<ServerState> servers, Expectations expectations) {
        this.target = target;
        this.expectations = expectations;
        servers.forEach(server -> byInstance.put(server.ec2InstanceId().orElseThrow(), server));
    }

    @Override
    public String key() {
        return keyFor(target);
    }

    static String keyFor(Target target) {
        return "validate/" + target.key();
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        List<ComputeInstance> instances = aws.compute(target).instances(byInstance.keySet());
        Set<String> online = aws.automation(target).onlineInstances(needingAgent());
        List<ExecutionEvent> events = new ArrayList<>();
        for (ComputeInstance instance : instances) {
            judge(byInstance.get(instance.instanceId()), instance, online, events);
        }
        return events;
    }

    private List<String> needingAgent() {
        return byInstance.entrySet().stream()
                .filter(entry -> expectations.policyOf(entry.getValue()).ssmAgent())
                .map(Map.Entry::getKey)
                .toList();
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
