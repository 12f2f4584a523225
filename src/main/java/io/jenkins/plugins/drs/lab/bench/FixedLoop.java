package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.cli.run.RunEnvironment;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.ComputeInstance;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.lab.bench.EngineRun.RemoteVirtualTime;
import io.jenkins.plugins.drs.lab.bench.EngineRun.Roles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * The same drill as a script does it: waves one after the other, every job asked for by a call of its own, every 30
 * seconds; runbooks, status checks and terminations likewise. It makes as few calls besides as it can.
 */
final class FixedLoop {
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final Set<String> RUNNING = Set.of("Pending", "InProgress", "Waiting");

    private final DrConfiguration configuration;
    private final RemoteVirtualTime clock;
    private final Map<Target, List<SourceServer>> servers = new TreeMap<>();
    private final Map<Target, List<String>> launched = new TreeMap<>();
    private AwsAccess aws;

    FixedLoop(RunEnvironment surroundings, DrConfiguration configuration) {
        this.configuration = configuration;
        this.clock = new RemoteVirtualTime(surroundings.pace());
    }

    static RunFigures measure(RunEnvironment surroundings, DrConfiguration configuration) {
        FixedLoop loop = new FixedLoop(surroundings, configuration);
        Meter meter = new Meter();
        Instant begun = loop.clock.instant();
        try (SdkConnections connections =
                new SdkConnections(Roles.enter(surroundings.sdk(), loop.clock, configuration))) {
            loop.aws = connections.open(call -> {});
            loop.drill();
        }
        long makespan = Duration.between(begun, loop.clock.instant()).toMillis();
        return new RunFigures(
                makespan,
                meter.cpuMillis(),
                meter.wallMillis(),
                meter.peakHeapBytes(),
                Meter.liveHeapBytes(),
                0,
                0,
                0,
                0,
                "COMPLETED");
    }

    private void drill() {
        for (Wave wave : configuration.recoveryPlans().get(0).waves()) {
            wave.preWaveActions().forEach(action -> run(wave, action));
            recover(wave);
            wave.postWaveActions().forEach(action -> run(wave, action));
        }
        ActiveLoads loads = new ActiveLoads();
        launched.forEach((target, instances) -> loads.add(target, instances, drs(target)::terminate));
        loads.runAll();
    }

    /** Looks, and looks again every period for as long as it is not done. */
    private void poll(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            clock.sleep(PERIOD);
        }
    }

    private DrsGateway drs(Target target) {
        return aws.drs(target);
    }

    private List<ProtectionGroup> groups(Wave wave) {
        return wave.protectionGroupNames().stream()
                .map(name -> configuration.group(name).orElseThrow())
                .toList();
    }

    private void run(Wave wave, AutomationAction action) {
        AutomationGateway ssm = aws.automation(groups(wave).get(0).target());
        String id = ssm.start(
                action.document().name(),
                action.document().version(),
                action.parameters(),
                UUID.randomUUID().toString(),
                Map.of());
        poll(() -> !RUNNING.contains(ssm.execution(id).status()));
    }

    private void recover(Wave wave) {
        ActiveLoads loads = new ActiveLoads();
        Map<Target, List<String>> selected = new TreeMap<>();
        for (ProtectionGroup group : groups(wave)) {
            List<String> ids = select(group);
            selected.put(group.target(), ids);
            loads.add(group.target(), ids, chunk -> drs(group.target()).startRecovery(chunk, true, Map.of()));
        }
        loads.runAll();
        Map<Target, List<String>> unready = new TreeMap<>();
        selected.forEach((target, ids) -> unready.put(target, describe(target, ids)));
        poll(() -> {
            unready.forEach((target, ids) -> ids.removeAll(healthy(target, ids)));
            return unready.values().stream().allMatch(List::isEmpty);
        });
    }

    private List<String> select(ProtectionGroup group) {
        return servers.computeIfAbsent(group.target(), target -> drs(target).sourceServers()).stream()
                .filter(server -> server.replicationState().equals("CONTINUOUS"))
                .filter(server -> group.selection().selects(server.sourceServerId(), server.tags()))
                .map(SourceServer::sourceServerId)
                .toList();
    }

    /** The instances of launched servers, and the snapshot of each as evidence. */
    private List<String> describe(Target target, List<String> ids) {
        List<String> instances = new ArrayList<>();
        for (RecoveryInstance instance : drs(target).recoveryInstances(ids)) {
            drs(target)
                    .snapshots(instance.sourceServerId(), instance.pointInTime().orElseThrow());
            instances.add(instance.recoveryInstanceId());
        }
        launched.computeIfAbsent(target, key -> new ArrayList<>()).addAll(instances);
        return instances;
    }

    private Collection<String> healthy(Target target, List<String> ids) {
        return aws.compute(target).instances(ids).stream()
                .filter(instance -> instance.instanceCheck().equals("ok")
                        && instance.systemCheck().equals("ok"))
                .map(ComputeInstance::instanceId)
                .toList();
    }

    /** Jobs of at most 100 servers within the limits of each place, polled one by one until all have ended. */
    private final class ActiveLoads {
        private static final int PER_JOB = 100;
        private static final int AT_ONCE = 500;

        private final List<Load> waiting = new ArrayList<>();
        private final List<Load> active = new ArrayList<>();

        private interface Start {
            RecoveryJob start(List<String> ids);
        }

        private record Load(Target target, List<String> ids, Start start, String jobId) {
            Load started() {
                return new Load(target, ids, start, start.start(ids).jobId());
            }
        }

        void add(Target target, List<String> ids, Start start) {
            for (int from = 0; from < ids.size(); from += PER_JOB) {
                List<String> chunk = List.copyOf(ids.subList(from, Math.min(ids.size(), from + PER_JOB)));
                waiting.add(new Load(target, chunk, start, ""));
            }
        }

        void runAll() {
            startSome();
            poll(() -> {
                active.removeIf(load ->
                        drs(load.target()).jobs(Set.of(load.jobId())).get(0).isCompleted());
                startSome();
                return active.isEmpty();
            });
        }

        private void startSome() {
            for (Load load : List.copyOf(waiting)) {
                int busy = active.stream()
                        .filter(other -> other.target().equals(load.target()))
                        .mapToInt(other -> other.ids().size())
                        .sum();
                if (busy + load.ids().size() <= AT_ONCE) {
                    active.add(load.started());
                    waiting.remove(load);
                }
            }
        }
    }
}
