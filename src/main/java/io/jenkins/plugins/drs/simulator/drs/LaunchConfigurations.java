package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import io.jenkins.plugins.drs.simulator.state.SourceServer.LaunchConfiguration;
import io.jenkins.plugins.drs.simulator.wire.Json;

/** GetLaunchConfiguration and UpdateLaunchConfiguration. */
final class LaunchConfigurations {

    private LaunchConfigurations() {}

    static ObjectNode get(Call call) {
        return json(server(call));
    }

    static ObjectNode update(Call call) {
        SourceServer server = server(call);
        LaunchConfiguration old = server.launchConfiguration();
        ObjectNode input = call.input();
        server.launchConfiguration(new LaunchConfiguration(
                call.text("name").orElse(old.name()),
                call.text("launchDisposition").orElse(old.launchDisposition()),
                call.text("targetInstanceTypeRightSizingMethod").orElse(old.rightSizing()),
                input.path("copyPrivateIp").asBoolean(old.copyPrivateIp()),
                input.path("copyTags").asBoolean(old.copyTags()),
                input.path("licensing").path("osByol").asBoolean(old.osByol()),
                input.path("postLaunchEnabled").asBoolean(old.postLaunchEnabled())));
        return json(server);
    }

    private static SourceServer server(Call call) {
        return SourceServers.named(call, call.text("sourceServerID").orElseThrow());
    }

    private static ObjectNode json(SourceServer server) {
        LaunchConfiguration configuration = server.launchConfiguration();
        ObjectNode json = Json.object();
        json.put("sourceServerID", server.id());
        json.put("name", configuration.name());
        json.put("ec2LaunchTemplateID", server.launchTemplate().id());
        json.put("launchDisposition", configuration.launchDisposition());
        json.put("targetInstanceTypeRightSizingMethod", configuration.rightSizing());
        json.put("copyPrivateIp", configuration.copyPrivateIp());
        json.put("copyTags", configuration.copyTags());
        json.putObject("licensing").put("osByol", configuration.osByol());
        json.put("postLaunchEnabled", configuration.postLaunchEnabled());
        json.putObject("launchIntoInstanceProperties");
        return json;
    }
}
