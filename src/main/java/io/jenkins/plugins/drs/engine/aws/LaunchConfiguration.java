package io.jenkins.plugins.drs.engine.aws;

import java.util.Optional;

/**
 * The launch configuration of a source server as it is in DRS.
 *
 * @param disposition {@code STARTED} or {@code STOPPED}
 * @param rightSizing {@code NONE}, {@code BASIC} or {@code IN_AWS}
 * @param launchTemplateId EC2 launch template that holds instance type and network; empty when there is none yet
 */
public record LaunchConfiguration(
        String disposition,
        String rightSizing,
        boolean copyPrivateIp,
        boolean copyTags,
        Optional<Boolean> osByol,
        Optional<String> launchTemplateId) {}
