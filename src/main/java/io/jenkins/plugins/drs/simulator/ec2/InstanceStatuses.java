package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.ec2.Instances.VisibleInstances;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** DescribeInstanceStatus: of the two checks, an impaired instance fails its own and passes the system's. */
final class InstanceStatuses {
    private static final Set<String> FILTERS = Set.of(
            "availability-zone",
            "instance-state-code",
            "instance-state-name",
            "instance-status.reachability",
            "instance-status.status",
            "system-status.reachability",
            "system-status.status");

    private final Call call;

    private InstanceStatuses(Call call) {
        this.call = call;
    }

    static ObjectNode describe(Call call) {
        return new InstanceStatuses(call).describe();
    }

    private ObjectNode describe() {
        Filters filters = Filters.of(call, FILTERS);
        List<Ec2Instance> found = VisibleInstances.of(call).stream()
                .filter(instance -> call.flag("IncludeAllInstances") || state(instance) == InstanceState.RUNNING)
                .filter(instance -> filters.accept(attributes(instance)))
                .toList();
        Ec2Pages pages = new Ec2Pages(call, "instanceStatusSet");
        return call.texts("InstanceId").isEmpty()
                ? pages.page(found, Ec2Instance::id, this::xml)
                : pages.whole(found, this::xml);
    }

    private Attributes attributes(Ec2Instance instance) {
        String own = instance.status(call.now());
        String system = systemStatus(own);
        return new Attributes()
                .with("availability-zone", zone(instance))
                .with("instance-state-code", Integer.toString(state(instance).code()))
                .with("instance-state-name", state(instance).word())
                .with("instance-status.reachability", reachability(own))
                .with("instance-status.status", own)
                .with("system-status.reachability", reachability(system))
                .with("system-status.status", system);
    }

    private ObjectNode xml(Ec2Instance instance) {
        String own = instance.status(call.now());
        ObjectNode xml = Json.object();
        xml.put("instanceId", instance.id());
        xml.put("availabilityZone", zone(instance));
        xml.set("instanceState", state(instance).xml());
        xml.set("systemStatus", check(systemStatus(own)));
        xml.set("instanceStatus", check(own));
        return xml;
    }

    private static ObjectNode check(String status) {
        ObjectNode xml = Json.object().put("status", status);
        String reachability = reachability(status);
        if (reachability != null) {
            xml.putArray("details").addObject().put("name", "reachability").put("status", reachability);
        }
        return xml;
    }

    private static String systemStatus(String instanceStatus) {
        return instanceStatus.equals("impaired") ? "ok" : instanceStatus;
    }

    /** Null where no check is made. */
    private static String reachability(String status) {
        return switch (status) {
            case "ok" -> "passed";
            case "impaired" -> "failed";
            case "initializing" -> "initializing";
            default -> null;
        };
    }

    private InstanceState state(Ec2Instance instance) {
        return InstanceState.of(instance, call.now());
    }

    private String zone(Ec2Instance instance) {
        return new InstanceNetwork(call.region(), instance).zone();
    }

    /** State of an instance with the code that EC2 gives it. */
    enum InstanceState {
        PENDING(0),
        RUNNING(16),
        SHUTTING_DOWN(32),
        TERMINATED(48),
        STOPPING(64),
        STOPPED(80);

        private final int code;

        InstanceState(int code) {
            this.code = code;
        }

        static InstanceState of(Ec2Instance instance, Instant now) {
            return valueOf(instance.state(now).replace('-', '_').toUpperCase(Locale.ROOT));
        }

        int code() {
            return code;
        }

        /** Such as {@code shutting-down}. */
        String word() {
            return name().replace('_', '-').toLowerCase(Locale.ROOT);
        }

        ObjectNode xml() {
            return Json.object().put("code", code).put("name", word());
        }
    }
}
