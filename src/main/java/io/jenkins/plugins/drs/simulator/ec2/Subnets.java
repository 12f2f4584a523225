package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.RegionSpec.SubnetSpec;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.List;
import java.util.Set;

/** DescribeSubnets. Where the environment declares none, every well-formed id is one, as it is for a launch. */
final class Subnets {
    private static final Set<String> FILTERS =
            Set.of("availability-zone", "cidr-block", "owner-id", "state", "subnet-id", "vpc-id");
    private static final int RESERVED_ADDRESSES = 5;

    private Subnets() {}

    static ObjectNode describe(Call call) {
        Region region = call.region();
        Filters filters = Filters.of(call, FILTERS);
        List<SubnetSpec> found = chosen(region, call.texts("SubnetId")).stream()
                .filter(subnet -> filters.accept(attributes(region, subnet)))
                .toList();
        return new Ec2Pages(call, "subnetSet").page(found, SubnetSpec::subnetId, subnet -> xml(region, subnet));
    }

    /** A subnet of which only the id is known. */
    static SubnetSpec undeclared(String id) {
        return new SubnetSpec(id, null, null, null);
    }

    static String zone(Region region, SubnetSpec subnet) {
        return subnet.availabilityZone() == null ? region.name() + "a" : subnet.availabilityZone();
    }

    private static List<SubnetSpec> chosen(Region region, List<String> ids) {
        List<SubnetSpec> declared = region.spec().subnets();
        if (ids.isEmpty()) {
            return declared;
        }
        List<String> unknown = ids.stream()
                .filter(id -> declared.isEmpty()
                        ? !id.matches("subnet-([0-9a-f]{8}|[0-9a-f]{17})")
                        : region.subnet(id).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            throw Ec2Errors.noSubnets(unknown);
        }
        return ids.stream()
                .distinct()
                .map(id -> region.subnet(id).orElseGet(() -> undeclared(id)))
                .toList();
    }

    private static Attributes attributes(Region region, SubnetSpec subnet) {
        return new Attributes()
                .with("availability-zone", zone(region, subnet))
                .with("cidr-block", subnet.cidrBlock())
                .with("owner-id", region.accountId())
                .with("state", "available")
                .with("subnet-id", subnet.subnetId())
                .with("vpc-id", subnet.vpcId());
    }

    private static ObjectNode xml(Region region, SubnetSpec subnet) {
        int bits = 32 - Integer.parseInt(subnet.cidrBlock().split("/")[1]);
        ObjectNode xml = Json.object();
        xml.put("subnetId", subnet.subnetId());
        xml.put("subnetArn", region.arn("ec2", "subnet/" + subnet.subnetId()));
        xml.put("state", "available");
        xml.put("ownerId", region.accountId());
        xml.put("vpcId", subnet.vpcId());
        xml.put("cidrBlock", subnet.cidrBlock());
        xml.put("availableIpAddressCount", Math.max(0, (1L << bits) - RESERVED_ADDRESSES));
        xml.put("availabilityZone", zone(region, subnet));
        xml.put("defaultForAz", false);
        xml.put("mapPublicIpOnLaunch", false);
        return xml;
    }
}
