package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.ec2.InstanceStatuses.InstanceState;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** DescribeInstances. */
final class Instances {
    private static final Set<String> FILTERS = Set.of(
            "availability-zone",
            "image-id",
            "instance-id",
            "instance-state-code",
            "instance-state-name",
            "instance-type",
            "instance.group-id",
            "private-ip-address",
            "subnet-id",
            "tag-key",
            "vpc-id");

    private Instances() {}

    static ObjectNode describe(Call call) {
        Filters filters = Filters.of(call, FILTERS);
        InstanceXml xml = new InstanceXml(call.region());
        List<Ec2Instance> found = VisibleInstances.of(call).stream()
                .filter(instance -> filters.accept(xml.attributes(instance)))
                .toList();
        Ec2Pages pages = new Ec2Pages(call, "reservationSet");
        return call.texts("InstanceId").isEmpty()
                ? pages.page(found, Ec2Instance::id, xml::reservation)
                : pages.whole(found, xml::reservation);
    }

    /** Instances as EC2 shows them, each in a reservation of its own. */
    private static final class InstanceXml {
        private final Region region;
        private final Instant now;

        InstanceXml(Region region) {
            this.region = region;
            this.now = region.world().now();
        }

        ObjectNode reservation(Ec2Instance instance) {
            ObjectNode xml = Json.object();
            xml.put("reservationId", stable("r-", instance));
            xml.put("ownerId", region.accountId());
            xml.putArray("groupSet");
            xml.putArray("instancesSet").add(instance(instance));
            return xml;
        }

        Attributes attributes(Ec2Instance instance) {
            InstanceState state = InstanceState.of(instance, now);
            InstanceNetwork network = new InstanceNetwork(region, instance);
            Attributes attributes = new Attributes()
                    .with("availability-zone", network.zone())
                    .with("image-id", stable("ami-", instance))
                    .with("instance-id", instance.id())
                    .with("instance-state-code", Integer.toString(state.code()))
                    .with("instance-state-name", state.word())
                    .with("instance-type", instance.settings().instanceType())
                    .tags(instance.tags());
            if (state != InstanceState.TERMINATED) {
                attributes
                        .with("private-ip-address", instance.settings().privateIp())
                        .with("subnet-id", instance.settings().subnetId())
                        .with("vpc-id", network.vpcId());
                instance.settings().securityGroupIds().forEach(group -> attributes.with("instance.group-id", group));
            }
            return attributes;
        }

        private ObjectNode instance(Ec2Instance instance) {
            InstanceState state = InstanceState.of(instance, now);
            InstanceNetwork network = new InstanceNetwork(region, instance);
            ObjectNode xml = Json.object();
            xml.put("instanceId", instance.id());
            xml.put("imageId", stable("ami-", instance));
            xml.set("instanceState", state.xml());
            xml.put("instanceType", instance.settings().instanceType());
            xml.put("amiLaunchIndex", 0);
            xml.put("launchTime", Json.time(instance.launched()));
            xml.putObject("placement")
                    .put("availabilityZone", network.zone())
                    .put("groupName", "")
                    .put("tenancy", "default");
            xml.putObject("monitoring").put("state", "disabled");
            if (state == InstanceState.TERMINATED) {
                putReasonOfEnd(xml);
            } else {
                xml.setAll(network.xml());
                putRootVolume(xml, instance);
            }
            putMachine(xml);
            putTags(xml.putArray("tagSet"), instance);
            return xml;
        }

        private static void putMachine(ObjectNode xml) {
            xml.put("architecture", "x86_64");
            xml.put("rootDeviceType", "ebs");
            xml.put("rootDeviceName", "/dev/xvda");
            xml.put("virtualizationType", "hvm");
            xml.put("hypervisor", "xen");
            xml.put("ebsOptimized", false);
            xml.put("enaSupport", true);
        }

        private static void putReasonOfEnd(ObjectNode xml) {
            xml.put("reason", "User initiated");
            xml.putObject("stateReason")
                    .put("code", "Client.UserInitiatedShutdown")
                    .put("message", "Client.UserInitiatedShutdown: User initiated shutdown");
            xml.putArray("groupSet");
        }

        private void putRootVolume(ObjectNode xml, Ec2Instance instance) {
            ObjectNode volume = xml.putArray("blockDeviceMapping").addObject();
            volume.put("deviceName", "/dev/xvda");
            volume.putObject("ebs")
                    .put("volumeId", stable("vol-", instance))
                    .put("status", "attached")
                    .put("attachTime", Json.time(instance.launched()))
                    .put("deleteOnTermination", true);
        }

        private static void putTags(ArrayNode set, Ec2Instance instance) {
            instance.tags()
                    .forEach((key, value) -> set.addObject().put("key", key).put("value", value));
        }

        private String stable(String prefix, Ec2Instance instance) {
            return region.world().ids().stable(prefix, "of", instance.id());
        }
    }

    /** Instances that EC2 still shows: a terminated one is forgotten after an hour. */
    static final class VisibleInstances {
        private static final Duration REMEMBERED = Duration.ofHours(1);

        private VisibleInstances() {}

        /** Those that a call names, or else all. */
        static List<Ec2Instance> of(Call call) {
            List<String> ids = call.texts("InstanceId");
            if (ids.isEmpty()) {
                return call.region().instances().values().stream()
                        .filter(instance -> isVisible(instance, call.now()))
                        .toList();
            }
            if (call.input().hasNonNull("MaxResults")) {
                throw Ec2Errors.combination("The parameter instancesSet cannot be used with the parameter maxResults");
            }
            return named(call.region(), ids);
        }

        private static List<Ec2Instance> named(Region region, List<String> ids) {
            ids.stream()
                    .filter(id -> !id.matches("i-([0-9a-f]{8}|[0-9a-f]{17})"))
                    .findFirst()
                    .ifPresent(id -> {
                        throw Ec2Errors.malformedInstance(id);
                    });
            List<String> unknown = ids.stream()
                    .filter(id -> !region.instances().containsKey(id)
                            || !isVisible(
                                    region.instances().get(id), region.world().now()))
                    .toList();
            if (!unknown.isEmpty()) {
                throw Ec2Errors.noInstances(unknown);
            }
            return ids.stream().distinct().map(region.instances()::get).toList();
        }

        private static boolean isVisible(Ec2Instance instance, Instant now) {
            return instance.terminated()
                    .map(time -> time.plus(REMEMBERED).isAfter(now))
                    .orElse(true);
        }
    }
}
