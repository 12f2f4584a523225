package io.jenkins.plugins.drs.engine.aws;

import java.util.Optional;

/** Fields of a launch configuration to write; an empty one stays as it is. */
public record LaunchConfigurationChange(
        Optional<String> disposition,
        Optional<String> rightSizing,
        Optional<Boolean> copyPrivateIp,
        Optional<Boolean> copyTags,
        Optional<Boolean> osByol) {

    public boolean isEmpty() {
        return disposition.isEmpty()
                && rightSizing.isEmpty()
                && copyPrivateIp.isEmpty()
                && copyTags.isEmpty()
                && osByol.isEmpty();
    }
}
