package io.jenkins.plugins.drs.engine.plan;

import java.time.Duration;

/**
 * What must be seen of a recovery instance before its server counts as recovered.
 *
 * @param statusChecks whether both EC2 status checks must be {@code ok}; the instance must run in any case
 * @param ssmAgent whether the SSM agent must be online
 * @param maxWaitTime how long after its launch an instance may take
 */
public record ValidationPolicy(boolean statusChecks, boolean ssmAgent, Duration maxWaitTime) {
    /** Running with both status checks ok within 15 minutes; the SSM agent is not asked for. */
    public static final ValidationPolicy DEFAULT = new ValidationPolicy(true, false, Duration.ofMinutes(15));
}
