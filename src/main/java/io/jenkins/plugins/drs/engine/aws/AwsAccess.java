package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.plan.Target;

/** The services of AWS in each account and Region of a plan. */
public interface AwsAccess {
    IdentityGateway identity(Target target);

    DrsGateway drs(Target target);

    AutomationGateway automation(Target target);

    ComputeGateway compute(Target target);

    SecretGateway secrets(Target target);
}
