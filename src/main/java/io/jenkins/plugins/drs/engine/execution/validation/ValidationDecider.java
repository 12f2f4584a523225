package io.jenkins.plugins.drs.engine.execution.validation;

import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceHealth;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.execution.core.Visibility;
import io.jenkins.plugins.drs.engine.execution.launch.PollFreshness;
import io.jenkins.plugins.drs.engine.execution.watch.Watcher;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings.LaunchDisposition;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Line;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerBook.LaunchedServers;
import io.jenkins.plugins.drs.engine.state.ServerGroup;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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
        state.serversWithoutSnapshot(
                        SNAPSHOTS_AT_ONCE,
                        server -> server.stage() != ServerStage.FAILED
                                && decision.isUnderWayOrFree(new FindSnapshot(server)))
                .forEach(server -> decision.run(new FindSnapshot(server)));
    }

    private void validate(ExecutionState state, Instant now, Decision decision) {
        Expectations expectations = new Expectations(state);
        boolean over = isAnyTimeOver(state, expectations, decision);
        if (over) {
            state.serversIn(ServerStage.LAUNCHED)
                    .forEach(server -> giveUpWhenOver(state, server, expectations, now, decision));
        }
        if (decision.hasEvents()) {
            return;
        }
        LaunchedServers launched = state.serverBook().launched();
        launched.unknown()
                .forEach((group, servers) -> describe(state, decision, group, servers, isMoreToCome(state, group)));
        launched.described().forEach((group, servers) -> {
            Optional<Instant> last = state.effect(CheckInstances.keyFor(group.wave(), group.target()))
                    .lastCall();
            Instant next = isMoreToCome(state, group)
                    ? inPassing(servers, last)
                    : watcher.nextLookAtInstances(state, now, List.copyOf(servers), last);
            decision.runAt(next, () -> {
                Instant checked = over ? Instant.MAX : now.minus(watcher.shortestChecks(state));
                return new CheckInstances(group.wave(), group.target(), servers, expectations, checked);
            });
        });
    }

    /** While more servers of a group are to come, nothing waits for those that are there. */
    private static boolean isMoreToCome(ExecutionState state, ServerGroup group) {
        return state.serverBook().count(group, ServerStage.IN_JOB) > 0;
    }

    /** When servers are looked at while more of their wave are to come. */
    private Instant inPassing(Line<ServerState> servers, Optional<Instant> last) {
        Instant first = servers.first().since();
        return last.filter(first::isBefore).orElse(first).plus(timing.describePoll());
    }

    private void describe(
            ExecutionState state, Decision decision, ServerGroup group, Line<ServerState> servers, boolean moreToCome) {
        if (moreToCome && PollFreshness.isDueOrUnderWay(decision, group.target())) {
            return; // perhaps they have all come
        }
        String key = DescribeInstances.keyFor(group.wave(), group.target());
        Supplier<DescribeInstances> describe = () -> new DescribeInstances(group.wave(), group.target(), servers);
        if (moreToCome) {
            decision.runAt(inPassing(servers, state.effect(key).lastCall()), describe);
        } else if (state.effect(key).isAnsweredSince(servers.last().since())) {
            decision.poll(timing.stopPoll(), key, describe);
        } else {
            decision.run(describe.get());
        }
    }

    /**
     * Whether the time of any launched server is over; if not, asks to be called again when the first one is. Those that
     * were launched first of their group are the first whose time is over, for all of a wave have the same.
     */
    private static boolean isAnyTimeOver(ExecutionState state, Expectations expectations, Decision decision) {
        boolean over = false;
        for (Line<ServerState> group : state.serverBook().launched().groups()) {
            over |= decision.isDue(Optional.of(deadline(state, group.first(), expectations)));
        }
        return over;
    }

    private static Instant deadline(ExecutionState state, ServerState server, Expectations expectations) {
        return state.deadline(server.since(), expectations.policyOf(server).maxWaitTime());
    }

    private static void giveUpWhenOver(
            ExecutionState state, ServerState server, Expectations expectations, Instant now, Decision decision) {
        ValidationPolicy policy = expectations.policyOf(server);
        Instant deadline = deadline(state, server, expectations);
        String looks = looksAt(server);
        if (!decision.isDue(Optional.of(deadline)) || !Visibility.isOver(state, looks, deadline, now)) {
            return;
        }
        Optional<String> lost = Visibility.lost(state.effect(looks));
        if (lost.isPresent()) {
            decision.emit(new ServerFailed(
                    server.id(),
                    FailureStage.UNSEEN,
                    "Whether instance " + server.instanceId().orElse("") + " is healthy is not known. " + lost.get()));
            return;
        }
        String seen = server.health()
                .map(ValidationDecider::described)
                .orElse(
                        server.ec2InstanceId().isPresent()
                                ? "nothing was seen of its instance"
                                : "Elastic Disaster Recovery does not list it; another command or user may have"
                                        + " terminated or replaced it");
        decision.emit(new ServerFailed(
                server.id(),
                FailureStage.VALIDATION,
                "Instance " + server.instanceId().orElse("") + " was not healthy within "
                        + policy.maxWaitTime().toSeconds() + " s of its launch: " + seen + "."));
    }

    /** The effect that looks at it. The engine may have been away for longer than the instance took to become healthy. */
    private static String looksAt(ServerState server) {
        return server.ec2InstanceId().isEmpty()
                ? DescribeInstances.keyFor(server.selected().wave(), server.target())
                : CheckInstances.keyFor(server.selected().wave(), server.target());
    }

    private static String described(InstanceHealth health) {
        return "state " + health.state() + ", instance check " + health.instanceCheck() + ", system check "
                + health.systemCheck()
                + health.agentOnline()
                        .map(online -> ", SSM agent " + (online ? "online" : "not online"))
                        .orElse("");
    }

    /** What each server must show to count as recovered. */
    static final class Expectations {
        private final ExecutionState state;
        private final Map<String, ValidationPolicy> policies = new HashMap<>();

        Expectations(ExecutionState state) {
            this.state = state;
            for (Wave wave : state.plan().waves()) {
                policies.put(wave.waveName(), wave.policy().validation());
            }
        }

        ValidationPolicy policyOf(ServerState server) {
            return policies.getOrDefault(server.selected().wave(), ValidationPolicy.DEFAULT);
        }

        /** An instance that the plan wants left stopped has no status checks to show. */
        boolean areMet(ServerState server, InstanceHealth health) {
            if (isLeftStopped(server)) {
                return health.state().equals("stopped") || health.state().equals("running");
            }
            ValidationPolicy policy = policyOf(server);
            boolean checks =
                    health.instanceCheck().equals("ok") && health.systemCheck().equals("ok");
            return health.state().equals("running")
                    && (checks || !policy.statusChecks())
                    && (!policy.ssmAgent() || health.agentOnline().orElse(false));
        }

        private boolean isLeftStopped(ServerState server) {
            return state.started()
                    .configuration()
                    .group(server.selected().protectionGroup())
                    .map(group -> group.settingsFor(server.id()))
                    .flatMap(LaunchSettings::disposition)
                    .filter(LaunchDisposition.STOPPED::equals)
                    .isPresent();
        }
    }
}
