package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.time.Instant;

/** Instances as EC2 shows them, each in a reservation of its own. */
final class InstanceXml {
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
        instance.tags().forEach((key, value) -> set.addObject().put("key", key).put("value", value));
    }

    private String stable(String prefix, Ec2Instance instance) {
        return region.world().ids().stable(prefix, "of", instance.id());
    }
}
