package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.RegionSpec.SecurityGroupSpec;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DescribeSecurityGroups. Where the environment declares none, every well-formed id is one, as it is for a launch. */
final class SecurityGroups {
    private static final Set<String> FILTERS = Set.of("description", "group-id", "group-name", "owner-id", "vpc-id");

    private SecurityGroups() {}

    static ObjectNode describe(Call call) {
        Region region = call.region();
        Filters filters = Filters.of(call, FILTERS);
        List<String> names = call.texts("GroupName");
        List<SecurityGroupSpec> found = chosen(region, call.texts("GroupId")).stream()
                .filter(group -> names.isEmpty() || names.contains(group.groupName()))
                .filter(group -> filters.accept(attributes(region, group)))
                .toList();
        if (!names.isEmpty() && found.isEmpty()) {
            throw Ec2Errors.noGroups(names);
        }
        return new Ec2Pages(call, "securityGroupInfo")
                .page(found, SecurityGroupSpec::groupId, group -> xml(region, group));
    }

    /** Name of a group by id; the id where only that is known. */
    static String name(Region region, String id) {
        return declared(region, id).map(SecurityGroupSpec::groupName).orElse(id);
    }

    private static Optional<SecurityGroupSpec> declared(Region region, String id) {
        return region.spec().securityGroups().stream()
                .filter(group -> group.groupId().equals(id))
                .findFirst();
    }

    private static List<SecurityGroupSpec> chosen(Region region, List<String> ids) {
        List<SecurityGroupSpec> all = region.spec().securityGroups();
        if (ids.isEmpty()) {
            return all;
        }
        List<String> unknown =
                ids.stream().filter(id -> declared(region, id).isEmpty()).toList();
        unknown.stream()
                .filter(id -> !id.matches("sg-([0-9a-f]{8}|[0-9a-f]{17})"))
                .findFirst()
                .ifPresent(id -> {
                    throw Ec2Errors.malformedGroup(id);
                });
        if (!all.isEmpty() && !unknown.isEmpty()) {
            throw Ec2Errors.noGroups(unknown);
        }
        return ids.stream()
                .distinct()
                .map(id -> declared(region, id).orElseGet(() -> new SecurityGroupSpec(id, null, null, null)))
                .toList();
    }

    private static Attributes attributes(Region region, SecurityGroupSpec group) {
        return new Attributes()
                .with("description", group.description())
                .with("group-id", group.groupId())
                .with("group-name", group.groupName())
                .with("owner-id", region.accountId())
                .with("vpc-id", group.vpcId());
    }

    private static ObjectNode xml(Region region, SecurityGroupSpec group) {
        ObjectNode xml = Json.object();
        xml.put("ownerId", region.accountId());
        xml.put("groupId", group.groupId());
        xml.put("groupName", group.groupName());
        xml.put("groupDescription", group.description());
        xml.put("vpcId", group.vpcId());
        xml.put("securityGroupArn", region.arn("ec2", "security-group/" + group.groupId()));
        xml.putArray("ipPermissions");
        ObjectNode egress = xml.putArray("ipPermissionsEgress").addObject().put("ipProtocol", "-1");
        egress.putArray("ipRanges").addObject().put("cidrIp", "0.0.0.0/0");
        xml.putArray("tagSet");
        return xml;
    }
}
