package io.jenkins.plugins.drs.simulator.state;

import io.jenkins.plugins.drs.simulator.environment.LaunchTemplateSpec;
import java.util.List;

/** What a version of a launch template says; null and empty are not set in it. */
public record LaunchTemplateSettings(
        String instanceType, String subnetId, List<String> securityGroupIds, String privateIp) {

    public LaunchTemplateSettings {
        securityGroupIds = List.copyOf(securityGroupIds);
    }

    static LaunchTemplateSettings of(LaunchTemplateSpec spec) {
        return new LaunchTemplateSettings(
                spec.instanceType(), spec.subnetId(), spec.securityGroupIds(), spec.privateIp());
    }
}
