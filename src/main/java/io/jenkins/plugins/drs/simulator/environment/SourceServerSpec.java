package io.jenkins.plugins.drs.simulator.environment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A source server, or many alike.
 *
 * @param sourceServerID {@code s-} and 17 alphanumerics; derived from seed and host name when absent
 * @param hostname with {@code count}, {@code {n}} in it is replaced by 1, 2, 3 ...
 * @param count how many servers alike; 1 when absent
 * @param replicationState as DRS names it; {@code CONTINUOUS} when absent
 * @param replicationError as DRS names it, such as {@code AGENT_NOT_SEEN}
 * @param lagDuration ISO-8601, such as {@code PT5M}; absent when replication does not lag
 * @param initialSyncSeconds simulated seconds from the world's start in which the server is still in {@code INITIAL_SYNC}, whatever
 *     {@code replicationState} says; none when absent
 * @param stagingAccountID account of an extended source server; its own when absent
 * @param ssmAgent whether its instances register with Systems Manager; true when absent
 * @param launchSeconds simulated seconds from the start of a job until launched; from the timing when absent
 * @param failure fails every launch in this phase: {@code snapshot}, {@code conversion} or {@code launch}
 */
public record SourceServerSpec(
        String sourceServerID,
        String hostname,
        Integer count,
        Map<String, String> tags,
        String replicationState,
        String replicationError,
        Duration lagDuration,
        Integer initialSyncSeconds,
        String stagingAccountID,
        String recommendedInstanceType,
        String os,
        Integer cpuCores,
        Long ramBytes,
        Long totalStorageBytes,
        String privateIp,
        LaunchConfigurationSpec launchConfiguration,
        LaunchTemplateSpec launchTemplate,
        ExistingInstanceSpec existingRecoveryInstance,
        Boolean ssmAgent,
        Integer launchSeconds,
        LaunchPhase failure,
        String failureMessage) {

    private static final Set<String> REPLICATION_STATES = Set.of(
            "STOPPED",
            "INITIATING",
            "INITIAL_SYNC",
            "BACKLOG",
            "CREATING_SNAPSHOT",
            "CONTINUOUS",
            "PAUSED",
            "RESCAN",
            "STALLED",
            "DISCONNECTED");

    /** Where a launch can fail. */
    public enum LaunchPhase {
        SNAPSHOT,
        CONVERSION,
        LAUNCH
    }

    public SourceServerSpec {
        if (sourceServerID != null && !sourceServerID.matches("s-[0-9a-zA-Z]{17}")) {
            throw new IllegalArgumentException(
                    "Expected sourceServerID to be s- and 17 alphanumerics, but got " + sourceServerID);
        }
        hostname = hostname == null ? (sourceServerID == null ? "server" : sourceServerID) : hostname;
        count = Absent.or(count, 1);
        if (sourceServerID != null && count != 1) {
            throw new IllegalArgumentException(
                    "Expected one server for " + sourceServerID + ", but its count is " + count);
        }
        tags = tags == null ? Map.of() : Map.copyOf(tags);
        replicationState = Absent.or(replicationState, "CONTINUOUS");
        if (!REPLICATION_STATES.contains(replicationState)) {
            throw new IllegalArgumentException(
                    "Expected replicationState to be one of " + REPLICATION_STATES + ", but got " + replicationState);
        }
        initialSyncSeconds = Absent.or(initialSyncSeconds, 0);
        if (initialSyncSeconds < 0) {
            throw new IllegalArgumentException(
                    "Expected initialSyncSeconds to be 0 or more, but got " + initialSyncSeconds);
        }
        recommendedInstanceType = Absent.or(recommendedInstanceType, "m5.large");
        os = Absent.or(os, "Amazon Linux 2023");
        cpuCores = Absent.or(cpuCores, 2);
        ramBytes = Absent.or(ramBytes, 8L << 30);
        totalStorageBytes = Absent.or(totalStorageBytes, 50L << 30);
        launchConfiguration = Absent.or(launchConfiguration, LaunchConfigurationSpec.ofAws());
        launchTemplate = Absent.or(launchTemplate, LaunchTemplateSpec.empty());
        ssmAgent = ssmAgent == null || ssmAgent;
    }

    /**
     * A recovery instance that is there from the beginning.
     *
     * @param isDrill false makes it the product of a real recovery, which a new launch would destroy
     * @param ageSeconds how long before the world's start it was launched; a day when absent
     */
    public record ExistingInstanceSpec(boolean isDrill, Long ageSeconds) {

        public ExistingInstanceSpec {
            ageSeconds = Absent.or(ageSeconds, 86_400L);
        }
    }

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
}
