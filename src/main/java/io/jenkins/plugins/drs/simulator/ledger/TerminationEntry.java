package io.jenkins.plugins.drs.simulator.ledger;

import java.time.Instant;

/** One recovery instance that was taken down. */
public record TerminationEntry(
        Instant time,
        String account,
        String region,
        String sourceServerId,
        String jobId,
        String instanceId,
        boolean drill,
        Cause cause) {

    /** Why it went. */
    public enum Cause {
        /** Somebody asked for it with TerminateRecoveryInstances. */
        TERMINATED,
        /** A new launch of the same server deleted it. With {@code drill=false} that destroyed production. */
        REPLACED
    }
}
