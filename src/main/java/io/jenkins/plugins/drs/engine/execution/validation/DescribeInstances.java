package io.jenkins.plugins.drs.engine.execution.validation;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks DRS for the recovery instances of launched servers. */
final class DescribeInstances implements Effect {
    private final String wave;
    private final Target target;
    private final Map<String, ServerState> servers = new HashMap<>();

    DescribeInstances(String wave, Target target, Collection<ServerState> servers) {
        this.wave = wave;
        this.target = target;
        servers.forEach(server -> this.servers.put(server.id(), server));
    }

    @Override
    public Collection<String> about() {
        return servers.values().stream()
                .flatMap(server -> server.jobId().stream())
                .toList();
    }

    @Override
    public String key() {
        return keyFor(wave, target);
    }

    static String keyFor(String wave, Target target) {
        return "instances/" + target.key() + "/" + wave;
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(target, "drs:DescribeRecoveryInstances"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        DrsGateway drs = aws.drs(target);
        List<RecoveryInstance> instances = drs.recoveryInstances(servers.keySet());
        List<ExecutionEvent> events = new ArrayList<>(instances.stream()
                .filter(this::isOurs)
                .map(DescribeInstances::found)
                .toList());
        events.addAll(new Replacements(servers.values()).among(instances, drs));
        return events;
    }

    private boolean isOurs(RecoveryInstance instance) {
        ServerState server = servers.get(instance.sourceServerId());
        return server != null
                && !instance.ec2InstanceId().isBlank()
                && server.instanceId()
                        .filter(instance.recoveryInstanceId()::equals)
                        .isPresent();
    }

    private static ExecutionEvent found(RecoveryInstance instance) {
        return new InstanceFound(
                instance.sourceServerId(),
                instance.recoveryInstanceId(),
                instance.ec2InstanceId(),
                instance.jobId(),
                instance.drill(),
                instance.pointInTime());
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
