package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.function.BiFunction;

/**
 * Connections whose secrets go through somebody else; everything else goes its usual way.
 *
 * @param through makes of a target and its usual gateway the one that is used
 */
public record SecretsThrough(AwsConnections real, BiFunction<Target, SecretGateway, SecretGateway> through)
        implements AwsConnections {
    @Override
    public AwsAccess open(CallListener listener) {
        return new Access(real.open(listener), through);
    }

    @Override
    public void close() {
        real.close();
    }

    private record Access(AwsAccess real, BiFunction<Target, SecretGateway, SecretGateway> through)
            implements AwsAccess {
        @Override
        public IdentityGateway identity(Target target) {
            return real.identity(target);
        }

        @Override
        public DrsGateway drs(Target target) {
            return real.drs(target);
        }

        @Override
        public AutomationGateway automation(Target target) {
            return real.automation(target);
        }

        @Override
        public ComputeGateway compute(Target target) {
            return real.compute(target);
        }

        @Override
        public SecretGateway secrets(Target target) {
            return through.apply(target, real.secrets(target));
        }
    }
}
