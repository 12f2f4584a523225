package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.drs.SourceServers.HardwareJson;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.state.RecoveryInstance;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** DescribeRecoveryInstances. */
final class RecoveryInstances {

    private RecoveryInstances() {}

    static ObjectNode describe(Call call) {
        Set<String> ids = new HashSet<>(call.texts("filters", "recoveryInstanceIDs"));
        Set<String> servers = new HashSet<>(call.texts("filters", "sourceServerIDs"));
        List<RecoveryInstance> found = call.region().recoveryInstances().values().stream()
                .filter(instance -> ids.isEmpty() || ids.contains(instance.id()))
                .filter(instance -> servers.isEmpty() || servers.contains(instance.sourceServerId()))
                .toList();
        return DrsPages.answer(call, found, RecoveryInstance::id, instance -> json(call.region(), instance));
    }

    private static ObjectNode json(Region region, RecoveryInstance instance) {
        Ec2Instance ec2 = region.instances().get(instance.id());
        ObjectNode json = Json.object();
        json.put("recoveryInstanceID", instance.id());
        json.put("ec2InstanceID", instance.id());
        json.put("ec2InstanceState", ec2.state(region.world().now()).toUpperCase(Locale.ROOT));
        json.put("jobID", instance.jobId());
        json.put("sourceServerID", instance.sourceServerId());
        json.put("arn", instance.arn());
        instance.tags().forEach(json.putObject("tags")::put);
        json.putObject("failback").put("state", "FAILBACK_NOT_STARTED");
        json.putObject("dataReplicationInfo").put("dataReplicationState", "NOT_STARTED");
        json.set("recoveryInstanceProperties", properties(region, ec2));
        json.put("pointInTimeSnapshotDateTime", Json.time(instance.pointInTime()));
        json.put("isDrill", instance.drill());
        json.put("originEnvironment", "ON_PREMISES");
        json.put("agentVersion", "5.3.2");
        return json;
    }

    private static ObjectNode properties(Region region, Ec2Instance ec2) {
        SourceServer server = region.sourceServers().get(ec2.origin().sourceServerId());
        ObjectNode json = HardwareJson.of(region, server, ec2.settings().privateIp());
        json.withObject("identificationHints").put("awsInstanceID", ec2.id());
        json.putArray("disks")
                .addObject()
                .put("internalDeviceName", "/dev/xvda")
                .put("bytes", server.spec().totalStorageBytes())
                .put("ebsVolumeID", volumeId(region, ec2));
        return json;
    }

    /** In the short form, since the model allows no more than 19 characters. */
    private static String volumeId(Region region, Ec2Instance ec2) {
        return region.world().ids().stable("vol-", ec2.id()).substring(0, "vol-".length() + 8);
    }
}
