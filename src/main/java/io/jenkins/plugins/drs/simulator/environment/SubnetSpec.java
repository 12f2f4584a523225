package io.jenkins.plugins.drs.simulator.environment;

/** A subnet. */
public record SubnetSpec(String subnetId, String vpcId, String cidrBlock, String availabilityZone) {

    public SubnetSpec {
        vpcId = Absent.or(vpcId, "vpc-0123456789abcdef0");
        cidrBlock = Absent.or(cidrBlock, "10.0.0.0/16");
    }
}
