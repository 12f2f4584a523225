package io.jenkins.plugins.drs.simulator.ssm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.service.Paging;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.time.Instant;
import java.util.List;
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
}
