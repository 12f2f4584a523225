package io.jenkins.plugins.drs.engine.execution.validation;

import io.jenkins.plugins.drs.engine.event.ServerEvent.FailureStage;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceHealth;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchLooks;
import io.jenkins.plugins.drs.engine.execution.watch.Watcher;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the instances of launched servers until each is healthy or its time is over. */
public final class ValidationDecider implements Decider {
    private static final int SNAPSHOTS_AT_ONCE = 50;

    private final Watcher watcher;
    private final Timing timing;

    public ValidationDecider(Watcher watcher, Timing timing) {
        this.watcher = watcher;
        this.timing = timing;
    }

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        if (state.phase() == Phase.WAVES || state.phase() == Phase.CLEANUP) {
            findSnapshots(state, decision);
        }
        if (state.phase() == Phase.WAVES && state.cancelReason().isEmpty()) {
            validate(state, now, decision);
        }
    }

    /**
     * Evidence that nothing waits for: it may still be read while instances are taken down. A few at a time for each
     * target, since thousands of calls wait for the rates of AWS anyway.
     */
    private static void findSnapshots(ExecutionState state, Decision decision) {
        Map<Target, Integer> asked = new HashMap<>();
        for (ServerState server : state.serversWithoutSnapshot()) {
            if (server.stage() != ServerStage.FAILED && asked.getOrDefault(server.target(), 0) < SNAPSHOTS_AT_ONCE) {
                FindSnapshot find = new FindSnapshot(server);
                decision.run(find);
                asked.merge(server.target(), decision.isDueOrUnderWay(find) ? 1 : 0, Integer::sum);
            }
        }
    }

    private void validate(ExecutionState state, Instant now, Decision decision) {
        Expectations expectations = new Expectations(state);
        Map<Group, List<ServerState>> unknown = new LinkedHashMap<>();
        Map<Group, List<ServerState>> unhealthy = new LinkedHashMap<>();
        for (ServerState server : state.serversIn(ServerStage.LAUNCHED)) {
            if (!isGivenUp(state, server, expectations, now, decision)) {
                (server.ec2InstanceId().isEmpty() ? unknown : unhealthy)
                        .computeIfAbsent(Group.of(server), group -> new ArrayList<>())
                        .add(server);
            }
        }
        Set<Group> launching = new HashSet<>();
        state.serversIn(ServerStage.IN_JOB).forEach(server -> launching.add(Group.of(server)));
        unknown.forEach((group, servers) -> describe(state, decision, group, servers, launching.contains(group)));
        unhealthy.forEach((group, servers) -> {
            Optional<Instant> last = state.effect(CheckInstances.keyFor(group.wave(), group.target()))
                    .lastCall();
            Instant next = launching.contains(group)
                    ? inPassing(servers, last)
                    : watcher.nextLookAtInstances(state, now, servers, last);
            if (decision.isDue(Optional.of(next))) {
                Instant checked = now.minus(watcher.shortestChecks(state));
                decision.run(new CheckInstances(group.wave(), group.target(), servers, expectations, checked));
            }
        });
    }

    /** When servers are looked at while more of their wave are to come. */
    private Instant inPassing(List<ServerState> servers, Optional<Instant> last) {
        Instant first =
                servers.stream().map(ServerState::since).min(Instant::compareTo).orElseThrow();
        return last.filter(first::isBefore).orElse(first).plus(timing.describePoll());
    }

    /** Servers of a wave in a target. While more of them are to come, nothing waits for those that are there. */
    private record Group(String wave, Target target) {
        static Group of(ServerState server) {
            return new Group(server.selected().wave(), server.target());
        }
    }

    private void describe(
            ExecutionState state, Decision decision, Group group, List<ServerState> servers, boolean moreToCome) {
        DescribeInstances describe = new DescribeInstances(group.wave(), group.target(), servers);
        Instant seen =
                servers.stream().map(ServerState::since).max(Instant::compareTo).orElseThrow();
        if (moreToCome && LaunchLooks.isDueOrUnderWay(state, decision, group.target())) {
            return; // perhaps they have all come
        }
        if (moreToCome) {
            decision.runAt(inPassing(servers, state.effect(describe.key()).lastCall()), describe);
        } else if (state.effect(describe.key()).isTriedSince(seen)) {
            decision.poll(timing.stopPoll(), describe);
        } else {
            decision.run(describe);
        }
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
                ? DescribeInstances.keyFor(server.selected().wave(), server.target())
                : CheckInstances.keyFor(server.selected().wave(), server.target());
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
