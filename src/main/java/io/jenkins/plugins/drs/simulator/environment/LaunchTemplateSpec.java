package io.jenkins.plugins.drs.simulator.environment;

import java.util.List;

/** First version of a server's EC2 launch template; what is absent is not set in it. */
public record LaunchTemplateSpec(
        String instanceType, String subnetId, List<String> securityGroupIds, String privateIp) {

    public LaunchTemplateSpec {
        securityGroupIds = securityGroupIds == null ? List.of() : List.copyOf(securityGroupIds);
    }

    static LaunchTemplateSpec empty() {
        return new LaunchTemplateSpec(null, null, null, null);
    }
}
