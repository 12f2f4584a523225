package io.jenkins.plugins.drs.simulator.environment;

/** A security group. */
public record SecurityGroupSpec(String groupId, String groupName, String vpcId, String description) {

    public SecurityGroupSpec {
        groupName = groupName == null ? groupId : groupName;
        vpcId = vpcId == null ? "vpc-0123456789abcdef0" : vpcId;
        description = description == null ? groupName : description;
    }
}
