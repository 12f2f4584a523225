package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import io.jenkins.plugins.drs.simulator.wire.Json;

/** What the agent sees of a machine; source servers and recovery instances show the same. */
final class HardwareJson {

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
