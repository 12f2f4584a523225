package io.jenkins.plugins.drs.engine.execution.validation;

import io.jenkins.plugins.drs.engine.event.ServerEvent.FailureStage;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceHealth;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at the instances of launched servers until each is healthy or its time is over. */
public final class ValidationDecider implements Decider {
    private final Timing timing;

    public ValidationDecider(Timing timing) {
        this.timing = timing;
    }

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        if (state.phase() != Phase.WAVES || state.cancelReason().isPresent()) {
            return;
        }
        Expectations expectations = new Expectations(state);
        Map<Target, List<ServerState>> unknown = new TreeMap<>();
        Map<Target, List<ServerState>> unhealthy = new TreeMap<>();
        for (ServerState server : state.servers()) {
            if (server.stage() == ServerStage.LAUNCHED && !isGivenUp(state, server, expectations, now, decision)) {
                (server.ec2InstanceId().isEmpty() ? unknown : unhealthy)
                        .computeIfAbsent(server.target(), target -> new ArrayList<>())
                        .add(server);
            }
            if (isSnapshotMissing(state, server)) {
                decision.run(new FindSnapshot(server));
            }
        }
        unknown.forEach((target, servers) ->
                decision.poll(timing.instancePoll().dividedBy(3), new DescribeInstances(target, servers)));
        unhealthy.forEach((target, servers) ->
                decision.poll(timing.instancePoll(), new CheckInstances(target, servers, expectations)));
    }

    private static boolean isSnapshotMissing(ExecutionState state, ServerState server) {
        boolean described = server.stage() == ServerStage.LAUNCHED || server.stage() == ServerStage.VALIDATED;
        return described && server.pointInTime().isPresent() && !state.isSnapshotKnown(server.id());
    }

    private static boolean isGivenUp(
            ExecutionState state, ServerState server, Expectations expectations, Instant now, Decision decision) {
        ValidationPolicy policy = expectations.policyOf(server);
        Instant deadline = state.deadline(server.since(), policy.maxWaitTime());
        if (now.isBefore(deadline)) {
            decision.wakeAt(deadline);
            return false;
        }
        if (!isLookedAtSince(deadline, state, server)) {
            return false;
        }
        String seen = server.health().map(ValidationDecider::described).orElse("nothing was seen of its instance");
        decision.emit(new ServerFailed(
                server.id(),
                FailureStage.VALIDATION,
                "Instance " + server.instanceId().orElse("") + " was not healthy within "
                        + policy.maxWaitTime().toSeconds() + " s of its launch: " + seen + "."));
        return true;
    }

    /** The engine may have been away for longer than the instance took to become healthy. */
    private static boolean isLookedAtSince(Instant deadline, ExecutionState state, ServerState server) {
        String key = server.ec2InstanceId().isEmpty()
                ? DescribeInstances.keyFor(server.target())
                : CheckInstances.keyFor(server.target());
        return state.effect(key).isTriedSince(deadline);
    }

    private static String described(InstanceHealth health) {
        return "state " + health.state() + ", instance check " + health.instanceCheck() + ", system check "
                + health.systemCheck()
                + health.agentOnline()
                        .map(online -> ", SSM agent " + (online ? "online" : "not online"))
                        .orElse("");
    }
}
