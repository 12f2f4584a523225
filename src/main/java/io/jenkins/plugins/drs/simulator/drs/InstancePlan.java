package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.environment.SubnetSpec;
import io.jenkins.plugins.drs.simulator.state.LaunchConfiguration;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplateSettings;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import java.util.List;
import java.util.Optional;

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
}
