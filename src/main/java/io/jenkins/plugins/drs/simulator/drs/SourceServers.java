package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import java.util.List;

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
}
