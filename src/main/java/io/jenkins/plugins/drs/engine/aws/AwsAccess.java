package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.function.BiFunction;

/** The services of AWS in each account and Region of a plan. */
public interface AwsAccess {
    IdentityGateway identity(Target target);

    DrsGateway drs(Target target);

    AutomationGateway automation(Target target);

    ComputeGateway compute(Target target);

    SecretGateway secrets(Target target);

    /**
     * The same, but for DRS.
     *
     * @param change makes of a target and its usual gateway the one that is used
     */
    default AwsAccess withDrs(BiFunction<Target, DrsGateway, DrsGateway> change) {
        return new Changed(this, change, (target, secrets) -> secrets);
    }

    /**
     * The same, but for secrets.
     *
     * @param change makes of a target and its usual gateway the one that is used
     */
    default AwsAccess withSecrets(BiFunction<Target, SecretGateway, SecretGateway> change) {
        return new Changed(this, (target, drs) -> drs, change);
    }

    /** Access some of whose gateways are others. */
    record Changed(
            AwsAccess usual,
            BiFunction<Target, DrsGateway, DrsGateway> drs,
            BiFunction<Target, SecretGateway, SecretGateway> secrets)
            implements AwsAccess {
        @Override
        public IdentityGateway identity(Target target) {
            return usual.identity(target);
        }

        @Override
        public DrsGateway drs(Target target) {
            return drs.apply(target, usual.drs(target));
        }

        @Override
        public AutomationGateway automation(Target target) {
            return usual.automation(target);
        }

        @Override
        public ComputeGateway compute(Target target) {
            return usual.compute(target);
        }

        @Override
        public SecretGateway secrets(Target target) {
            return secrets.apply(target, usual.secrets(target));
        }
    }
}
