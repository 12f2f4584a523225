package io.jenkins.plugins.drs.simulator.environment;

/** A subnet. */
public record SubnetSpec(String subnetId, String vpcId, String cidrBlock, String availabilityZone) {

    public SubnetSpec {
        vpcId = vpcId == null ? "vpc-0123456789abcdef0" : vpcId;
        cidrBlock = cidrBlock == null ? "10.0.0.0/16" : cidrBlock;
    }
}
