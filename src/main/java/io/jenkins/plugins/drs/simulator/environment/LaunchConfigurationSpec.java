package io.jenkins.plugins.drs.simulator.environment;

/** A server's DRS launch configuration; what is absent is as DRS sets it for a new server. */
public record LaunchConfigurationSpec(
        String name,
        String launchDisposition,
        String targetInstanceTypeRightSizingMethod,
        Boolean copyPrivateIp,
        Boolean copyTags,
        Boolean osByol,
        Boolean postLaunchEnabled) {

    public LaunchConfigurationSpec {
        launchDisposition = Absent.or(launchDisposition, "STARTED");
        targetInstanceTypeRightSizingMethod =
                targetInstanceTypeRightSizingMethod == null ? "BASIC" : targetInstanceTypeRightSizingMethod;
        copyPrivateIp = copyPrivateIp != null && copyPrivateIp;
        copyTags = copyTags != null && copyTags;
        osByol = osByol != null && osByol;
        postLaunchEnabled = postLaunchEnabled != null && postLaunchEnabled;
    }

    /** What a new server gets. */
    public static LaunchConfigurationSpec ofAws() {
        return new LaunchConfigurationSpec(null, null, null, null, null, null, null);
    }
}
