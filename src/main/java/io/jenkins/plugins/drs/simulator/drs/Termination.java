package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.TerminationEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.TerminationEntry.Cause;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.RecoveryInstance;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** TerminateRecoveryInstances. */
final class Termination {

    private Termination() {}

    static ObjectNode start(Call call) {
        Region region = call.region();
        List<RecoveryInstance> instances = wanted(call);
        new ActiveJobs(region)
                .admit(instances.stream().map(RecoveryInstance::sourceServerId).toList());
        Job job = new Job(
                region,
                region.world().ids().fresh("drsjob-"),
                Job.Purpose.TERMINATE_RECOVERY_INSTANCES,
                instances.stream()
                        .map(instance -> new Job.Participant(instance.sourceServerId(), instance.id()))
                        .toList(),
                Map.of(),
                call.now());
        JobRun run = new JobRun(region, job);
        run.queue(participant -> terminate(run, participant));
        return JobJson.answer(job);
    }

    private static List<RecoveryInstance> wanted(Call call) {
        List<String> ids = call.texts("recoveryInstanceIDs");
        if (new HashSet<>(ids).size() < ids.size()) {
            throw DrsErrors.invalid("A Recovery Instance is included more than once.");
        }
        return ids.stream().map(id -> named(call, id)).toList();
    }

    private static RecoveryInstance named(Call call, String id) {
        RecoveryInstance instance = call.region().recoveryInstances().get(id);
        if (instance == null) {
            throw DrsErrors.notFound("RecoveryInstance", id);
        }
        return instance;
    }

    private static void terminate(JobRun run, Job.Participant participant) {
        Region region = run.region();
        SourceServer server = region.sourceServers().get(participant.sourceServerId());
        Duration wait = new Pace(region, server).terminate();
        participant.become(Job.LaunchStatus.IN_PROGRESS);
        boolean refused = region.world()
                .fault(FaultKind.REFUSE_TERMINATE, region.occasion(server))
                .isPresent();
        if (refused) {
            run.after(wait, () -> {
                participant.become(Job.LaunchStatus.FAILED);
                run.finished();
            });
            return;
        }
        Ec2Instance instance = region.instances().get(participant.recoveryInstanceId());
        Instant now = region.world().now();
        instance.terminate(now, now.plus(wait));
        run.after(wait, () -> gone(run, participant));
    }

    private static void gone(JobRun run, Job.Participant participant) {
        RecoveryInstance instance = run.region().recoveryInstances().get(participant.recoveryInstanceId());
        new InstanceRemoval(run.region(), run.job(), Cause.TERMINATED).remove(instance);
        participant.become(Job.LaunchStatus.TERMINATED);
        run.finished();
    }

    /** Takes recovery instances down for good: out of DRS, and into the record with the reason. */
    static final class InstanceRemoval {
        private final Region region;
        private final Job job;
        private final Cause cause;

        InstanceRemoval(Region region, Job job, Cause cause) {
            this.region = region;
            this.job = job;
            this.cause = cause;
        }

        void remove(RecoveryInstance instance) {
            region.instances()
                    .get(instance.id())
                    .terminate(region.world().now(), region.world().now());
            region.recoveryInstances().remove(instance.id());
            region.world()
                    .ledger()
                    .add(new TerminationEntry(
                            region.world().now(),
                            region.accountId(),
                            region.name(),
                            instance.sourceServerId(),
                            job.id(),
                            instance.id(),
                            instance.drill(),
                            cause));
        }
    }
}
