package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.RegionSpec.SubnetSpec;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate.LaunchTemplateSettings;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Json;

/** Where an instance is in the network: zone, VPC, subnet, address, security groups. */
final class InstanceNetwork {
    private final Region region;
    private final Ec2Instance instance;
    private final LaunchTemplateSettings settings;
    private final SubnetSpec subnet;

    InstanceNetwork(Region region, Ec2Instance instance) {
        this.region = region;
        this.instance = instance;
        this.settings = instance.settings();
        this.subnet = region.subnet(settings.subnetId()).orElseGet(() -> Subnets.undeclared(settings.subnetId()));
    }

    String zone() {
        return Subnets.zone(region, subnet);
    }

    String vpcId() {
        return subnet.vpcId();
    }

    /** The members of an instance that tell it. */
    ObjectNode xml() {
        ObjectNode xml = Json.object();
        xml.put("privateDnsName", dnsName());
        xml.put("privateIpAddress", settings.privateIp());
        xml.put("subnetId", settings.subnetId());
        xml.put("vpcId", vpcId());
        xml.put("sourceDestCheck", true);
        putGroups(xml.putArray("groupSet"));
        xml.putArray("networkInterfaceSet").add(networkInterface());
        return xml;
    }

    private ObjectNode networkInterface() {
        ObjectNode xml = Json.object();
        xml.put("networkInterfaceId", region.world().ids().stable("eni-", "of", instance.id()));
        xml.put("subnetId", settings.subnetId());
        xml.put("vpcId", vpcId());
        xml.put("ownerId", region.accountId());
        xml.put("status", "in-use");
        xml.put("privateIpAddress", settings.privateIp());
        xml.put("privateDnsName", dnsName());
        xml.put("sourceDestCheck", true);
        putGroups(xml.putArray("groupSet"));
        xml.putObject("attachment")
                .put("attachmentId", region.world().ids().stable("eni-attach-", "of", instance.id()))
                .put("deviceIndex", 0)
                .put("status", "attached")
                .put("attachTime", Json.time(instance.launched()))
                .put("deleteOnTermination", true);
        return xml;
    }

    private void putGroups(ArrayNode set) {
        for (String group : settings.securityGroupIds()) {
            set.addObject().put("groupId", group).put("groupName", SecurityGroups.name(region, group));
        }
    }

    private String dnsName() {
        String suffix = region.name().equals("us-east-1") ? ".ec2.internal" : "." + region.name() + ".compute.internal";
        return settings.privateIp() == null ? "" : "ip-" + settings.privateIp().replace('.', '-') + suffix;
    }
}
