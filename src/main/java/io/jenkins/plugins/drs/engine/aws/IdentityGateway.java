package io.jenkins.plugins.drs.engine.aws;

/** Who the calls are made as. */
public interface IdentityGateway {
    /** STS {@code GetCallerIdentity}. */
    CallerIdentity whoAmI();

    /**
     * @param accountId twelve digits
     * @param arn ARN of the user or assumed role
     */
    record CallerIdentity(String accountId, String arn) {}
}
