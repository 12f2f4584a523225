package io.jenkins.plugins.drs.engine.plan;

import java.util.List;
import java.util.Optional;

/**
 * How recovery instances are launched. What is empty stays as it is in DRS.
 *
 * @param instanceType EC2 instance type; has no effect while right-sizing is on
 * @param subnetId subnet in the target Region
 * @param securityGroupIds security groups; empty leaves them as they are
 * @param staticPrivateIp private address of the instance; only sensible for a single server
 * @param disposition whether the instance is started or left stopped
 * @param copyPrivateIp whether the instance gets the private address of its source
 * @param copyTags whether the instance gets the tags of its source server
 * @param rightSizing how DRS picks the instance type: {@code NONE}, {@code BASIC} or {@code IN_AWS}
 * @param osByol whether the operating system's licence is brought along
 */
public record LaunchSettings(
        Optional<String> instanceType,
        Optional<String> subnetId,
        List<String> securityGroupIds,
        Optional<String> staticPrivateIp,
        Optional<LaunchDisposition> disposition,
        Optional<Boolean> copyPrivateIp,
        Optional<Boolean> copyTags,
        Optional<RightSizing> rightSizing,
        Optional<Boolean> osByol) {

    /** Settings that change nothing. */
    public static final LaunchSettings NONE = new LaunchSettings(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** As DRS names it in {@code LaunchConfiguration.launchDisposition}. */
    public enum LaunchDisposition {
        STARTED,
        STOPPED
    }

    /** As DRS names it in {@code LaunchConfiguration.targetInstanceTypeRightSizingMethod}. */
    public enum RightSizing {
        NONE,
        BASIC,
        IN_AWS
    }

    public LaunchSettings {
        securityGroupIds = List.copyOf(securityGroupIds);
    }

    /** These settings with each one that {@code override} sets put in its place. */
    public LaunchSettings overriddenBy(LaunchSettings override) {
        return new LaunchSettings(
                override.instanceType.or(() -> instanceType),
                override.subnetId.or(() -> subnetId),
                override.securityGroupIds.isEmpty() ? securityGroupIds : override.securityGroupIds,
                override.staticPrivateIp.or(() -> staticPrivateIp),
                override.disposition.or(() -> disposition),
                override.copyPrivateIp.or(() -> copyPrivateIp),
                override.copyTags.or(() -> copyTags),
                override.rightSizing.or(() -> rightSizing),
                override.osByol.or(() -> osByol));
    }

    /** Whether nothing is set. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether something is set that lives in the EC2 launch template, not in the DRS launch configuration. */
    public boolean touchesTemplate() {
        return instanceType.isPresent()
                || subnetId.isPresent()
                || !securityGroupIds.isEmpty()
                || staticPrivateIp.isPresent();
    }
}
