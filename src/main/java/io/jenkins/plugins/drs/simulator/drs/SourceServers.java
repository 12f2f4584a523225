package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.SourceServerSpec;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** DescribeSourceServers. */
final class SourceServers {

    private SourceServers() {}

    static ObjectNode describe(Call call) {
        List<String> ids = call.texts("filters", "sourceServerIDs");
        List<String> stagingAccounts = call.texts("filters", "stagingAccountIDs");
        String hardwareId = call.input().path("filters").path("hardwareId").asText("");
        SourceServerJson json = new SourceServerJson(call.region());
        List<SourceServer> found = call.region().sourceServers().values().stream()
                .filter(server -> ids.isEmpty() || ids.contains(server.id()))
                .filter(server -> stagingAccounts.isEmpty() || stagingAccounts.contains(json.stagingAccount(server)))
                .filter(server -> hardwareId.isEmpty() || hardwareId.equals(json.hardwareId(server)))
                .toList();
        return DrsPages.answer(call, found, SourceServer::id, json::of);
    }

    /** The server that a call names, or the refusal to a call that names one that is not there. */
    static SourceServer named(Call call, String id) {
        SourceServer server = call.region().sourceServers().get(id);
        if (server == null) {
            throw DrsErrors.notFound("SourceServer", id);
        }
        return server;
    }

    /** Source servers as DRS shows them. */
    private static final class SourceServerJson {
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
                        "arn:aws:drs:" + region.name() + ":" + stagingAccount(server) + ":source-server/"
                                + server.id());
            }
            return json;
        }
    }

    /** What the agent sees of a machine; source servers and recovery instances show the same. */
    static final class HardwareJson {

        private HardwareJson() {}

        static ObjectNode of(Region region, SourceServer server, String privateIp) {
            ObjectNode json = Json.object();
            json.put("lastUpdatedDateTime", Json.time(region.world().now()));
            json.putObject("identificationHints")
                    .put("fqdn", server.hostname() + ".example.internal")
                    .put("hostname", server.hostname());
            json.putArray("networkInterfaces")
                    .addObject()
                    .put("macAddress", mac(region, server))
                    .put("isPrimary", true)
                    .putArray("ips")
                    .add(privateIp);
            json.putArray("cpus")
                    .addObject()
                    .put("cores", server.spec().cpuCores())
                    .put("modelName", "Intel(R) Xeon(R) Platinum 8259CL CPU @ 2.50GHz");
            json.put("ramBytes", server.spec().ramBytes());
            json.putObject("os").put("fullString", server.spec().os());
            return json;
        }

        private static String mac(Region region, SourceServer server) {
            String digits = region.world().ids().stable("", "mac", server.id());
            return "02:" + digits.substring(0, 10).replaceAll("(..)(?=.)", "$1:");
        }
    }
}
