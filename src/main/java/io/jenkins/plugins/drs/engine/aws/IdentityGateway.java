package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.plan.Endpoint;

/** Who the calls are made as. */
public interface IdentityGateway {
    /** STS {@code GetCallerIdentity}. */
    CallerIdentity whoAmI();

    /**
     * @param accountId twelve digits
     * @param arn ARN of the user or assumed role
     * @param endpoint what answered
     */
    record CallerIdentity(String accountId, String arn, Endpoint endpoint) {}
}
