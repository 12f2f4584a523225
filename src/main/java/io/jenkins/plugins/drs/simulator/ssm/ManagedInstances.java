package io.jenkins.plugins.drs.simulator.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.service.Paging;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DescribeInstanceInformation: instances whose agent has registered and that are not terminated. */
final class ManagedInstances {
    private static final Paging PAGING = new Paging("NextToken", "MaxResults", SsmErrors::badToken);
    private static final int DEFAULT_PAGE = 10;
    private static final int LARGEST_PAGE = 50;
    private static final String AGENT_VERSION = "3.3.1957.0";

    private final Call call;

    private ManagedInstances(Call call) {
        this.call = call;
    }

    static ObjectNode describe(Call call) {
        return new ManagedInstances(call).describe();
    }

    private ObjectNode describe() {
        InstanceFilters filters = InstanceFilters.of(call);
        List<Ec2Instance> found = call.region().instances().values().stream()
                .filter(instance -> instance.ssmRegistered(call.now()).isPresent())
                .filter(instance -> !instance.state(call.now()).equals("terminated"))
                .filter(instance -> filters.accept(instance, json(instance)))
                .toList();
        int largest = call.input().hasNonNull("MaxResults") ? LARGEST_PAGE : DEFAULT_PAGE;
        Paging.Page<Ec2Instance> page = PAGING.page(call, found, Ec2Instance::id, largest);
        ObjectNode output = Json.object();
        ArrayNode list = output.putArray("InstanceInformationList");
        page.items().forEach(instance -> list.add(json(instance)));
        page.putToken(output, "NextToken");
        return output;
    }

    private ObjectNode json(Ec2Instance instance) {
        Instant registered = instance.ssmRegistered(call.now()).orElseThrow();
        boolean online = instance.isSsmOnline(call.now());
        boolean windows = os(instance).contains("Windows");
        ObjectNode json = Json.object();
        json.put("InstanceId", instance.id());
        json.put("PingStatus", online ? "Online" : "ConnectionLost");
        json.put("LastPingDateTime", EpochTime.of(online ? call.now() : registered));
        json.put("AgentVersion", AGENT_VERSION);
        json.put("IsLatestVersion", true);
        json.put("PlatformType", windows ? "Windows" : "Linux");
        json.put("PlatformName", os(instance));
        json.put("PlatformVersion", windows ? "10.0.20348" : "2023");
        json.put("ResourceType", "EC2Instance");
        if (instance.settings().privateIp() != null) {
            json.put("IPAddress", instance.settings().privateIp());
        }
        json.put("ComputerName", instance.origin().hostname());
        json.put("SourceId", instance.id());
        json.put("SourceType", "AWS::EC2::Instance");
        return json;
    }

    private String os(Ec2Instance instance) {
        return Optional.ofNullable(
                        call.region().sourceServers().get(instance.origin().sourceServerId()))
                .map(server -> server.spec().os())
                .orElse("Amazon Linux 2023");
    }

    /** Filters of DescribeInstanceInformation, in the old form ({@code key}, {@code valueSet}) and the new one. */
    private static final class InstanceFilters {
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
}
