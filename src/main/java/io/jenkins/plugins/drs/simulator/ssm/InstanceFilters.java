package io.jenkins.plugins.drs.simulator.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Filters of DescribeInstanceInformation, in the old form ({@code key}, {@code valueSet}) and the new one. */
final class InstanceFilters {
    /** Member of an instance's JSON that a filter looks at. */
    private static final Map<String, String> MEMBERS = Map.of(
            "InstanceIds", "InstanceId",
            "AgentVersion", "AgentVersion",
            "PingStatus", "PingStatus",
            "PlatformTypes", "PlatformType",
            "ActivationIds", "ActivationId",
            "IamRole", "IamRole",
            "ResourceType", "ResourceType",
            "AssociationStatus", "AssociationStatus",
            "SourceIds", "SourceId",
            "SourceTypes", "SourceType");

    private final List<Filter> filters = new ArrayList<>();

    private InstanceFilters() {}

    private record Filter(String key, List<String> values) {}

    static InstanceFilters of(Call call) {
        JsonNode old = call.input().path("InstanceInformationFilterList");
        JsonNode current = call.input().path("Filters");
        if (!old.isEmpty() && !current.isEmpty()) {
            throw SsmErrors.mixedFilters();
        }
        InstanceFilters result = new InstanceFilters();
        old.forEach(filter -> result.add(filter.path("key").asText(), filter.path("valueSet")));
        current.forEach(filter -> result.add(filter.path("Key").asText(), filter.path("Values")));
        return result;
    }

    /** Whether all filters match, each by any of its values. */
    boolean accept(Ec2Instance instance, ObjectNode json) {
        return filters.stream().allMatch(filter -> filter.values().stream()
                .anyMatch(value -> matches(filter.key(), value, instance, json)));
    }

    private void add(String key, JsonNode valueNodes) {
        if (!MEMBERS.containsKey(key) && !key.startsWith("tag:") && !key.equals("tag-key")) {
            throw SsmErrors.badFilterKey(key);
        }
        List<String> values = new ArrayList<>();
        valueNodes.forEach(value -> values.add(value.asText()));
        if (key.equals("InstanceIds")) {
            values.stream()
                    .filter(id -> !id.matches("i-(\\w{8}|\\w{17})|mi-\\w{17}"))
                    .findFirst()
                    .ifPresent(id -> {
                        throw SsmErrors.badInstanceId(id);
                    });
        }
        filters.add(new Filter(key, values));
    }

    private static boolean matches(String key, String value, Ec2Instance instance, ObjectNode json) {
        if (key.equals("tag-key")) {
            return instance.tags().containsKey(value);
        }
        return key.startsWith("tag:")
                ? value.equals(instance.tags().get(key.substring("tag:".length())))
                : value.equals(json.path(MEMBERS.get(key)).textValue());
    }
}
