package io.jenkins.plugins.drs.simulator.environment;

/** A security group. */
public record SecurityGroupSpec(String groupId, String groupName, String vpcId, String description) {

    public SecurityGroupSpec {
        groupName = Absent.or(groupName, groupId);
        vpcId = Absent.or(vpcId, "vpc-0123456789abcdef0");
        description = Absent.or(description, groupName);
    }
}
