package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.SourceServerSpec;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Source servers as DRS shows them. */
final class SourceServerJson {
    private static final Duration AGE = Duration.ofDays(30);
    private static final Duration TIME_TO_FIRST_BYTE = Duration.ofMinutes(20);

    private final Region region;
    private final Instant now;

    SourceServerJson(Region region) {
        this.region = region;
        this.now = region.world().now();
    }

    ObjectNode of(SourceServer server) {
        ObjectNode json = Json.object();
        json.put("sourceServerID", server.id());
        json.put("arn", server.arn());
        server.tags().forEach(json.putObject("tags")::put);
        region.recoveryInstanceOf(server).ifPresent(instance -> json.put("recoveryInstanceId", instance.id()));
        json.put("lastLaunchResult", lastLaunchResult(server));
        json.set("dataReplicationInfo", replication(server));
        json.set("lifeCycle", lifeCycle(server));
        json.set("sourceProperties", properties(server));
        json.set("stagingArea", stagingArea(server));
        json.putObject("sourceCloudProperties");
        json.put("replicationDirection", "FAILOVER");
        json.put("agentVersion", "5.3.2");
        return json;
    }

    /** Account in which a server replicates; an extended server's is another one. */
    String stagingAccount(SourceServer server) {
        String other = server.spec().stagingAccountID();
        return other == null ? region.accountId() : other;
    }

    /** UUID of the hardware. */
    String hardwareId(SourceServer server) {
        String digits = region.world().ids().stable("", "hardware", server.id())
                + region.world().ids().stable("", "uuid", server.id());
        return (digits.substring(0, 8) + "-" + digits.substring(8, 12) + "-" + digits.substring(12, 16) + "-"
                        + digits.substring(16, 20) + "-" + digits.substring(20, 32))
                .toUpperCase(Locale.ROOT);
    }

    private static String lastLaunchResult(SourceServer server) {
        return server.lastLaunch()
                .flatMap(launch -> launch.job().participant(server.id()))
                .map(participant -> switch (participant.status()) {
                    case PENDING, IN_PROGRESS -> "PENDING";
                    case FAILED -> "FAILED";
                    default -> "SUCCEEDED";
                })
                .orElse("NOT_STARTED");
    }

    private ObjectNode replication(SourceServer server) {
        SourceServerSpec spec = server.spec();
        ObjectNode json = Json.object();
        json.put("dataReplicationState", server.replicationState());
        if (spec.lagDuration() != null) {
            json.put("lagDuration", spec.lagDuration().toString());
        }
        if (spec.replicationError() != null) {
            json.putObject("dataReplicationError").put("error", spec.replicationError());
        }
        json.put("stagingAvailabilityZone", region.name() + "a");
        long total = spec.totalStorageBytes();
        json.putArray("replicatedDisks")
                .addObject()
                .put("deviceName", "/dev/xvda")
                .put("totalStorageBytes", total)
                .put("replicatedStorageBytes", replicated(server, total))
                .put("rescannedStorageBytes", 0)
                .put("backloggedStorageBytes", spec.lagDuration() == null ? 0 : total / 100);
        return json;
    }

    private static long replicated(SourceServer server, long total) {
        if (server.syncedShare() < 1) {
            return (long) (total * server.syncedShare());
        }
        return server.hasData() ? total : total / 2;
    }

    private ObjectNode lifeCycle(SourceServer server) {
        Instant added = region.world().start().minus(AGE);
        ObjectNode json = Json.object();
        json.put("addedToServiceDateTime", Json.time(added));
        json.put("firstByteDateTime", Json.time(added.plus(TIME_TO_FIRST_BYTE)));
        json.put(
                "elapsedReplicationDuration",
                Duration.ofSeconds(Duration.between(added, now).toSeconds()).toString());
        json.put("lastSeenByServiceDateTime", Json.time(now));
        server.lastLaunch().ifPresent(launch -> {
            ObjectNode last = json.putObject("lastLaunch");
            boolean drill = launch.job().purpose() == Job.Purpose.START_DRILL;
            last.putObject("initiated")
                    .put("apiCallDateTime", Json.time(launch.initiated()))
                    .put("jobID", launch.job().id())
                    .put("type", drill ? "DRILL" : "RECOVERY");
            launch.job()
                    .participant(server.id())
                    .ifPresent(participant ->
                            last.put("status", participant.status().name()));
        });
        return json;
    }

    private ObjectNode properties(SourceServer server) {
        SourceServerSpec spec = server.spec();
        ObjectNode json = HardwareJson.of(region, server, server.privateIp());
        json.put("recommendedInstanceType", spec.recommendedInstanceType());
        json.put("supportsNitroInstances", true);
        json.withObject("identificationHints").put("vmWareUuid", hardwareId(server));
        json.putArray("disks").addObject().put("deviceName", "/dev/xvda").put("bytes", spec.totalStorageBytes());
        return json;
    }

    private ObjectNode stagingArea(SourceServer server) {
        ObjectNode json = Json.object();
        boolean extended = server.spec().stagingAccountID() != null;
        json.put("status", extended ? "EXTENDED" : "NOT_EXTENDED");
        json.put("stagingAccountID", stagingAccount(server));
        if (extended) {
            json.put(
                    "stagingSourceServerArn",
                    "arn:aws:drs:" + region.name() + ":" + stagingAccount(server) + ":source-server/" + server.id());
        }
        return json;
    }
}
