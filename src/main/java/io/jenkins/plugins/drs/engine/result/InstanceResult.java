package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/**
 * The recovery instance of a server.
 *
 * @param instanceId id of the recovery instance
 * @param drill whether DRS says that it was launched by a drill; empty until it was described
 * @param validation what was seen last of its health; empty until it was looked at
 * @param terminatedAt when it was seen to be gone; empty while it exists
 */
public record InstanceResult(
        String instanceId,
        @JsonProperty("isDrill") Optional<Boolean> drill,
        @JsonUnwrapped Machine machine,
        @JsonUnwrapped Data data,
        Optional<Health> validation,
        Optional<Instant> terminatedAt) {

    /** The EC2 instance. */
    public record Machine(
            Optional<String> ec2InstanceId,
            Optional<String> instanceType,
            Optional<String> privateIp,
            Optional<Instant> launchTime) {}

    /**
     * What the instance was made from.
     *
     * @param pointInTime what its data is as of
     */
    public record Data(Optional<Instant> pointInTime, Optional<String> snapshotId) {}

    /**
     * Its health, in the words of EC2.
     *
     * @param agentOnline whether the SSM agent is online; empty when the plan does not ask for it
     */
    public record Health(String state, String instanceCheck, String systemCheck, Optional<Boolean> agentOnline) {}
}
