package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.RecoveryInstance;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** TagResource, UntagResource and ListTagsForResource: of source servers, jobs and recovery instances. */
final class Tags {
    /** As in every AWS service. */
    private static final int MOST_TAGS = 50;

    private Tags() {}

    static ObjectNode tag(Call call) {
        Map<String, String> added = call.textMap("tags");
        Map<String, String> tags = of(call);
        Map<String, String> together = new HashMap<>(tags);
        together.putAll(added);
        check(added);
        check(together);
        tags.putAll(added);
        return Json.object();
    }

    static ObjectNode untag(Call call) {
        of(call).keySet().removeAll(call.texts("tagKeys"));
        return Json.object();
    }

    static ObjectNode list(Call call) {
        ObjectNode output = Json.object();
        of(call).forEach(output.putObject("tags")::put);
        return output;
    }

    /** Refuses tags that AWS keeps to itself, and too many of them. */
    static void check(Map<String, String> tags) {
        for (String key : tags.keySet()) {
            if (key.isEmpty() || key.regionMatches(true, 0, "aws:", 0, 4)) {
                throw DrsErrors.invalid("Tag key '" + key + "' is not allowed.");
            }
        }
        if (tags.size() > MOST_TAGS) {
            throw DrsErrors.invalid("A resource can have at most " + MOST_TAGS + " tags.");
        }
    }

    private static Map<String, String> of(Call call) {
        String arn = call.text("resourceArn").orElseThrow();
        return find(call.region(), arn).orElseThrow(() -> DrsErrors.notFound("Resource", arn));
    }

    private static Optional<Map<String, String>> find(Region region, String arn) {
        String prefix = region.arn("drs", "");
        if (!arn.startsWith(prefix) || !arn.contains("/")) {
            return Optional.empty();
        }
        String[] resource = arn.substring(prefix.length()).split("/", 2);
        return switch (resource[0]) {
            case "source-server" ->
                Optional.ofNullable(region.sourceServers().get(resource[1])).map(SourceServer::tags);
            case "job" -> Optional.ofNullable(region.jobs().get(resource[1])).map(Job::tags);
            case "recovery-instance" ->
                Optional.ofNullable(region.recoveryInstances().get(resource[1])).map(RecoveryInstance::tags);
            default -> Optional.empty();
        };
    }
}
