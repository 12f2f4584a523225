package io.jenkins.plugins.drs.simulator.state;

import io.jenkins.plugins.drs.simulator.environment.LaunchConfigurationSpec;

/** A server's DRS launch configuration. */
public record LaunchConfiguration(
        String name,
        String launchDisposition,
        String rightSizing,
        boolean copyPrivateIp,
        boolean copyTags,
        boolean osByol,
        boolean postLaunchEnabled) {

    static LaunchConfiguration of(LaunchConfigurationSpec spec, String hostname) {
        return new LaunchConfiguration(
                spec.name() == null ? hostname : spec.name(),
                spec.launchDisposition(),
                spec.targetInstanceTypeRightSizingMethod(),
                spec.copyPrivateIp(),
                spec.copyTags(),
                spec.osByol(),
                spec.postLaunchEnabled());
    }
}
