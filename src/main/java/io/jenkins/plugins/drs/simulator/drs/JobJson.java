package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.Job.JobLogItem;
import io.jenkins.plugins.drs.simulator.wire.Json;

/** Jobs and their logs as DRS shows them. */
final class JobJson {

    private JobJson() {}

    static ObjectNode of(Job job) {
        ObjectNode json = Json.object();
        json.put("jobID", job.id());
        json.put("arn", job.arn());
        json.put("type", job.purpose().type());
        json.put("initiatedBy", job.purpose().name());
        json.put("creationDateTime", Json.time(job.created()));
        job.ended().ifPresent(ended -> json.put("endDateTime", Json.time(ended)));
        json.put("status", job.status().name());
        ArrayNode servers = json.putArray("participatingServers");
        job.participants().forEach(participant -> servers.add(of(participant)));
        json.putArray("participatingResources");
        job.tags().forEach(json.putObject("tags")::put);
        return json;
    }

    /** A job as the answer of the call that made it. */
    static ObjectNode answer(Job job) {
        ObjectNode output = Json.object();
        output.set("job", of(job));
        return output;
    }

    static ObjectNode of(JobLogItem item) {
        ObjectNode json = Json.object();
        json.put("logDateTime", Json.time(item.time()));
        json.put("event", item.event());
        ObjectNode data = json.putObject("eventData");
        put(data, "sourceServerID", item.sourceServerId());
        put(data, "conversionServerID", item.conversionServerId());
        put(data, "targetInstanceID", item.targetInstanceId());
        put(data, "rawError", item.rawError());
        return json;
    }

    private static ObjectNode of(Job.Participant participant) {
        ObjectNode json = Json.object();
        json.put("sourceServerID", participant.sourceServerId());
        put(json, "recoveryInstanceID", participant.recoveryInstanceId());
        json.put("launchStatus", participant.status().name());
        return json;
    }

    private static void put(ObjectNode json, String member, String value) {
        if (value != null) {
            json.put(member, value);
        }
    }
}
