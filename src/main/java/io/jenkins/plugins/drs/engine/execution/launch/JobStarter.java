package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.OwnLoad;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.quota.InFlight;
import io.jenkins.plugins.drs.engine.quota.LaunchBudget;
import io.jenkins.plugins.drs.engine.quota.LaunchBudget.WaveJob;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.state.TargetLoad;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Starts as many jobs as the limits of each target let it, after a fresh look at what others run there. */
public final class JobStarter {
    private final LaunchBudget budget;
    private final Timing timing;
    private final OtherExecutions others;

    public JobStarter(LaunchBudget budget, Timing timing, OtherExecutions others) {
        this.budget = budget;
        this.timing = timing;
        this.others = others;
    }

    /** How many servers a job can have at most. */
    int jobSize() {
        return budget.serversPerJob();
    }

    void start(ExecutionState state, Instant now, Decision decision, Map<Wave, List<ServerState>> ready) {
        Set<Target> targets = new TreeSet<>();
        ready.values().forEach(servers -> servers.forEach(server -> targets.add(server.target())));
        for (Target target : targets) {
            new Round(state, now, decision, target).start(inTarget(ready, target));
        }
    }

    private static Map<Wave, List<ServerState>> inTarget(Map<Wave, List<ServerState>> ready, Target target) {
        Map<Wave, List<ServerState>> here = new LinkedHashMap<>();
        ready.forEach((wave, servers) -> here.put(
                wave,
                servers.stream()
                        .filter(server -> server.target().equals(target))
                        .toList()));
        here.values().removeIf(List::isEmpty);
        return here;
    }

    /** One look at one target. */
    private final class Round {
        private final ExecutionState state;
        private final Instant now;
        private final Decision decision;
        private final Target target;
        private int launches;

        Round(ExecutionState state, Instant now, Decision decision, Target target) {
            this.state = state;
            this.now = now;
            this.decision = decision;
            this.target = target;
            this.launches = state.launches().size() + (int) decision.count(StartLaunch.class);
        }

        void start(Map<Wave, List<ServerState>> ready) {
            Map<Wave, List<ServerState>> due = new LinkedHashMap<>(ready);
            due.keySet().removeIf(wave -> !decision.isDue(notBefore(wave)));
            if (due.isEmpty()) {
                return;
            }
            Optional<TargetLoad> load = state.load(target)
                    .filter(seen -> seen.at().plus(timing.loadMaxAge()).isAfter(now));
            if (load.isEmpty()) {
                decision.poll(timing.loadMaxAge(), ObserveLoad.keyFor(target), () -> observe(due));
            } else {
                startWithin(load.get(), due);
            }
        }

        /** When a failed attempt of this wave here asked to be repeated. */
        private Optional<Instant> notBefore(Wave wave) {
            return state.effect(StartLaunch.gate(wave.waveName(), target)).notBefore();
        }

        private ObserveLoad observe(Map<Wave, List<ServerState>> ready) {
            List<String> waiting = ready.values().stream()
                    .flatMap(List::stream)
                    .map(ServerState::id)
                    .toList();
            return new ObserveLoad(state, target, waiting, others);
        }

        private void startWithin(TargetLoad load, Map<Wave, List<ServerState>> ready) {
            Map<Wave, List<ServerState>> free = new LinkedHashMap<>();
            ready.forEach((wave, servers) -> free.put(
                    wave,
                    servers.stream()
                            .filter(server -> !load.busyServers().contains(server.id()))
                            .toList()));
            InFlight inFlight = OwnLoad.of(state, target).plus(new InFlight(load.jobs(), load.servers()));
            int started = 0;
            for (WaveJob<Wave, ServerState> job : budget.share(free, running(), inFlight)) {
                decision.run(launch(job.wave(), job.servers()));
                started += job.servers().size();
            }
            if (started < ready.values().stream().mapToInt(List::size).sum()) {
                decision.runAt(load.at().plus(timing.loadPoll()), () -> observe(ready));
            }
        }

        /** Servers that are in jobs here, by wave. */
        private Map<Wave, Integer> running() {
            Map<Wave, Integer> running = new HashMap<>();
            for (Wave wave : state.plan().waves()) {
                int servers = state.jobBook().running(target).stream()
                        .filter(job -> job.members().stream()
                                .findFirst()
                                .flatMap(state::server)
                                .filter(server -> server.selected().wave().equals(wave.waveName()))
                                .isPresent())
                        .mapToInt(job -> job.members().size())
                        .sum();
                running.put(wave, servers);
            }
            return running;
        }

        private StartLaunch launch(Wave wave, List<ServerState> servers) {
            launches++;
            String launchId = state.started().executionId() + "-L" + launches;
            LaunchIntended intended = new LaunchIntended(
                    launchId,
                    wave.waveName(),
                    target,
                    servers.stream().map(ServerState::id).toList(),
                    LaunchTags.of(state.started(), wave.waveName(), launchId));
            boolean drill = state.started().mode() != Mode.RECOVERY;
            return new StartLaunch(
                    intended,
                    drill,
                    LaunchDecider.deadline(state, wave, now),
                    Set.copyOf(state.jobBook().ids()));
        }
    }
}
