package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Snapshot;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** DescribeRecoverySnapshots. */
final class RecoverySnapshots {

    private RecoverySnapshots() {}

    static ObjectNode describe(Call call) {
        String id = call.text("sourceServerID").orElseThrow();
        SourceServer server = call.region().sourceServers().get(id);
        if (server == null) {
            throw DrsErrors.invalid("Source Server " + id + " does not exist.");
        }
        JsonNode filters = call.input().path("filters");
        List<Snapshot> found = new ArrayList<>(new PointInTimeSnapshots(call.region(), server)
                .all().stream()
                        .filter(snapshot -> DrsTimes.within(
                                snapshot.expected(), filters.path("fromDateTime"), filters.path("toDateTime")))
                        .toList());
        if (!call.text("order").orElse("ASC").equals("ASC")) {
            Collections.reverse(found);
        }
        return DrsPages.answer(call, found, Snapshot::id, snapshot -> json(id, snapshot));
    }

    private static ObjectNode json(String serverId, Snapshot snapshot) {
        ObjectNode json = Json.object();
        json.put("snapshotID", snapshot.id());
        json.put("sourceServerID", serverId);
        json.put("expectedTimestamp", Json.time(snapshot.expected()));
        Instant taken = snapshot.timestamp();
        if (taken != null) {
            json.put("timestamp", Json.time(taken));
            json.putArray("ebsSnapshots").add(snapshot.ebsSnapshotId());
        }
        return json;
    }
}
