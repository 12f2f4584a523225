package io.jenkins.plugins.drs.engine.aws;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** EC2 in one account and Region. */
public interface ComputeGateway {
    /** Instances by id, with their checks; one that EC2 does not know is left out. */
    List<ComputeInstance> instances(Collection<String> instanceIds);

    /**
     * Instances by id; one that EC2 does not know is left out. Where all were launched after {@code checked}, their
     * checks are not asked for and {@code unknown}.
     */
    List<ComputeInstance> instances(Collection<String> instanceIds, Instant checked);

    /** The state and checks of instances, without the rest; one that EC2 does not know is left out. */
    List<InstanceChecks> checks(Collection<String> instanceIds);

    /** What the default version of a launch template says. */
    LaunchTemplate launchTemplate(String launchTemplateId);

    /**
     * Makes a new version out of the default one with {@code change} put over it, and makes it the default.
     * Safe to repeat with the same token.
     *
     * @param clientToken at most 64 characters
     */
    void changeLaunchTemplate(String launchTemplateId, LaunchTemplateChange change, String clientToken);

    /** Those of {@code subnetIds} that exist, with their addresses. */
    Map<String, SubnetRange> subnets(Collection<String> subnetIds);

    /** Those of {@code subnetIds} that exist. */
    default Set<String> existingSubnets(Collection<String> subnetIds) {
        return subnets(subnetIds).keySet();
    }

    /** Those of {@code securityGroupIds} that exist. */
    Set<String> existingSecurityGroups(Collection<String> securityGroupIds);

    /**
     * @param state lower case, as EC2 names it: {@code pending}, {@code running}, ...
     * @param instanceCheck {@code ok}, {@code initializing}, {@code impaired}, ... or {@code unknown}
     * @param systemCheck likewise
     */
    record ComputeInstance(
            String instanceId,
            String state,
            String instanceType,
            Optional<String> privateIp,
            Optional<Instant> launched,
            String instanceCheck,
            String systemCheck) {}

    /**
     * @param state lower case, as EC2 names it
     * @param instanceCheck {@code ok}, {@code initializing}, {@code impaired}, ... or {@code unknown}
     * @param systemCheck likewise
     */
    record InstanceChecks(String instanceId, String state, String instanceCheck, String systemCheck) {}

    /** What a launch template sets; empty fields are not set by it. */
    record LaunchTemplate(
            Optional<String> instanceType,
            Optional<String> subnetId,
            List<String> securityGroupIds,
            Optional<String> privateIp) {}

    /** Fields to set; empty ones stay as they are. */
    record LaunchTemplateChange(
            Optional<String> instanceType,
            Optional<String> subnetId,
            List<String> securityGroupIds,
            Optional<String> privateIp) {

        public boolean isEmpty() {
            return instanceType.isEmpty() && subnetId.isEmpty() && securityGroupIds.isEmpty() && privateIp.isEmpty();
        }
    }

    /**
     * The IPv4 addresses of a subnet.
     *
     * @param cidr such as {@code 10.0.1.0/24}
     */
    record SubnetRange(String cidr) {
        /** The first four and the last address, by the VPC user guide, "Subnet sizing for IPv4". */
        private static final int RESERVED_AT_START = 4;

        /** Whether an instance can have this address; false for what is no IPv4 address. */
        public boolean offers(String address) {
            String[] parts = cidr.split("/");
            long value = number(address);
            long size = 1L << (32 - Integer.parseInt(parts[1]));
            long first = number(parts[0]) / size * size;
            return value >= first + RESERVED_AT_START && value < first + size - 1;
        }

        private static long number(String address) {
            String[] parts = address.split("\\.", -1);
            long number = parts.length == 4 ? 0 : -1;
            for (int index = 0; index < parts.length && number >= 0; index++) {
                boolean valid = parts[index].matches("[0-9]{1,3}") && Integer.parseInt(parts[index]) < 256;
                number = valid ? number * 256 + Integer.parseInt(parts[index]) : -1;
            }
            return number;
        }
    }
}
