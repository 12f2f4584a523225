package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.RecoveryInstance;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Brings up the instance of a server: in EC2, in DRS and in the record. */
final class InstanceLaunch {
    /** An instance runs before DRS calls it launched, at this share of the launch phase. */
    private static final double RUNNING_AT = 0.8;

    private final Region region;
    private final SourceServer server;
    private final Job job;

    InstanceLaunch(Region region, SourceServer server, Job job) {
        this.region = region;
        this.server = server;
        this.job = job;
    }

    /**
     * Brings it up.
     *
     * @param launched when EC2 gets the order; may be in the past for what the environment declares
     * @param pointInTime of the data
     */
    RecoveryInstance at(Instant launched, Instant pointInTime) {
        String id = region.world().ids().fresh("i-");
        boolean drill = job.purpose() == Job.Purpose.START_DRILL;
        Ec2Instance instance = new Ec2Instance(
                id,
                new Ec2Instance.Origin(server.id(), server.hostname(), job.id(), drill),
                new InstancePlan(region, server).settings(),
                milestones(launched),
                ec2Tags());
        RecoveryInstance recovery = new RecoveryInstance(
                id, region.arn("drs", "recovery-instance/" + id), server.id(), job.id(), drill, pointInTime, Map.of());
        region.instances().put(id, instance);
        region.recoveryInstances().put(id, recovery);
        return recovery;
    }

    /** Writes a launch that somebody asked for into the record. */
    void record(RecoveryInstance recovery) {
        region.world()
                .ledger()
                .add(new LaunchEntry(
                        region.world().now(),
                        region.accountId(),
                        region.name(),
                        server.id(),
                        job.id(),
                        recovery.id(),
                        recovery.drill(),
                        ready(recovery.id())));
    }

    private Instant ready(String instanceId) {
        return region.instances().get(instanceId).statusOk().orElse(null);
    }

    private Ec2Instance.Milestones milestones(Instant launched) {
        Pace pace = new Pace(region, server);
        Instant running =
                launched.plus(Duration.ofMillis(Math.round(pace.launch().toMillis() * RUNNING_AT)));
        boolean stops = server.launchConfiguration().launchDisposition().equals("STOPPED");
        boolean impaired = strikes(FaultKind.FAIL_STATUS_CHECK);
        boolean agent = server.spec().ssmAgent() && !strikes(FaultKind.SSM_NEVER_ONLINE);
        return new Ec2Instance.Milestones(
                launched,
                running,
                stops ? running : null,
                running.plus(pace.statusChecks()),
                impaired,
                agent ? running.plus(pace.ssmOnline()) : null);
    }

    private Map<String, String> ec2Tags() {
        Map<String, String> tags = new TreeMap<>();
        if (server.launchConfiguration().copyTags()) {
            tags.putAll(server.tags());
        }
        tags.put("Name", server.launchConfiguration().name());
        tags.put("AWSElasticDisasterRecoverySourceServerID", server.id());
        tags.put("AWSElasticDisasterRecoveryManaged", "drs.amazonaws.com");
        return tags;
    }

    private boolean strikes(FaultKind kind) {
        return region.world().fault(kind, region.occasion(server)).isPresent();
    }
}
