package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.environment.RegionSpec.SubnetSpec;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate.LaunchTemplateSettings;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import io.jenkins.plugins.drs.simulator.state.SourceServer.LaunchConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a server's instance will be, from its launch configuration and the default version of its launch template. */
final class InstancePlan {
    private static final SubnetSpec DEFAULT_SUBNET =
            new SubnetSpec("subnet-0defa017defa017de", null, "172.31.0.0/16", null);

    private final Region region;
    private final SourceServer server;
    private final LaunchConfiguration configuration;
    private final LaunchTemplateSettings template;

    InstancePlan(Region region, SourceServer server) {
        this.region = region;
        this.server = server;
        this.configuration = server.launchConfiguration();
        this.template = server.launchTemplate().defaultVersion().settings();
    }

    /** Why EC2 would not launch it, in EC2's words; empty when it would. */
    Optional<String> obstacle() {
        if (template.subnetId() != null && subnet().isEmpty()) {
            return Optional.of("InvalidSubnetID.NotFound: The subnet ID '" + template.subnetId() + "' does not exist");
        }
        for (String group : template.securityGroupIds()) {
            if (isUnknownGroup(group)) {
                return Optional.of("InvalidGroup.NotFound: The security group '" + group + "' does not exist");
            }
        }
        String wanted = wantedAddress();
        if (wanted != null && SubnetAddresses.used(region).contains(wanted)) {
            return Optional.of("InvalidIPAddress.InUse: Address " + wanted + " is in use.");
        }
        boolean unchecked =
                template.privateIp() == null || region.spec().subnets().isEmpty();
        return unchecked || addresses().contains(template.privateIp())
                ? Optional.empty()
                : Optional.of("InvalidParameterValue: Address " + template.privateIp()
                        + " does not fall within the subnet's address range");
    }

    /** With what it will really run. */
    LaunchTemplateSettings settings() {
        boolean ofTemplate = configuration.rightSizing().equals("NONE") && template.instanceType() != null;
        String wanted = wantedAddress();
        return new LaunchTemplateSettings(
                ofTemplate ? template.instanceType() : server.spec().recommendedInstanceType(),
                subnet().orElse(DEFAULT_SUBNET).subnetId(),
                groups(),
                wanted == null ? addresses().free() : wanted);
    }

    private List<String> groups() {
        return template.securityGroupIds().isEmpty()
                ? List.of(region.world().ids().stable("sg-", region.accountId(), region.name(), "default"))
                : template.securityGroupIds();
    }

    private String wantedAddress() {
        if (template.privateIp() != null) {
            return template.privateIp();
        }
        return configuration.copyPrivateIp() ? server.privateIp() : null;
    }

    private boolean isUnknownGroup(String id) {
        return !region.spec().securityGroups().isEmpty()
                && region.spec().securityGroups().stream()
                        .noneMatch(group -> group.groupId().equals(id));
    }

    private SubnetAddresses addresses() {
        return new SubnetAddresses(region, subnet().orElse(DEFAULT_SUBNET));
    }

    /** The template's subnet, else the first that is declared. Where none is declared, every name is good. */
    private Optional<SubnetSpec> subnet() {
        List<SubnetSpec> declared = region.spec().subnets();
        if (template.subnetId() == null) {
            return declared.stream().findFirst();
        }
        return declared.isEmpty()
                ? Optional.of(new SubnetSpec(template.subnetId(), null, "10.0.0.0/8", null))
                : region.subnet(template.subnetId());
    }

    /** Private addresses of a subnet. AWS keeps the first four and the last of each to itself. */
    private static final class SubnetAddresses {
        private static final int RESERVED_AT_START = 4;
        private static final int RESERVED = 5;

        private final Region region;
        private final long network;
        private final long size;

        SubnetAddresses(Region region, SubnetSpec subnet) {
            this.region = region;
            String[] cidr = subnet.cidrBlock().split("/");
            this.size = 1L << (32 - Integer.parseInt(cidr[1]));
            this.network = number(cidr[0]) / size * size;
        }

        boolean contains(String address) {
            long offset = number(address) - network;
            return offset >= RESERVED_AT_START && offset < size - 1;
        }

        /** An address that no instance of the Region uses. */
        String free() {
            Set<String> used = used(region);
            long usable = Math.max(1, size - RESERVED);
            long first = region.instances().size();
            for (long i = 0; i < usable; i++) {
                String address = text(network + RESERVED_AT_START + (first + i) % usable);
                if (!used.contains(address)) {
                    return address;
                }
            }
            return text(network + RESERVED_AT_START); // more instances than addresses: nobody looks that closely
        }

        /** Addresses of the instances that are there. */
        static Set<String> used(Region region) {
            return region.instances().values().stream()
                    .filter(instance -> !instance.state(region.world().now()).equals("terminated"))
                    .map(Ec2Instance::settings)
                    .map(settings -> settings.privateIp())
                    .collect(Collectors.toSet());
        }

        private static long number(String address) {
            long number = 0;
            for (String part : address.split("\\.")) {
                number = number * 256 + Long.parseLong(part);
            }
            return number;
        }

        private static String text(long number) {
            return (number >> 24 & 255) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
        }
    }
}
