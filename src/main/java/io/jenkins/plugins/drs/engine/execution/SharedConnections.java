package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.IdentityGateway;
import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.execution.shared.SharedDrs;
import io.jenkins.plugins.drs.engine.execution.shared.SharedJobPoller;
import io.jenkins.plugins.drs.engine.execution.shared.Subscription;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Connections whose looks at jobs are shared with other executions; everything else goes its usual way. */
record SharedConnections(AwsConnections real, Part part) implements AwsConnections {
    /**
     * An execution's part in the sharing.
     *
     * @param place account and Region of a target, once they are known
     */
    record Part(
            SharedJobPoller looks, Subscription seat, Function<Target, Optional<String>> place, InstantSource clock) {
        DrsGateway shared(DrsGateway drs, Target target) {
            return place.apply(target)
                    .map(known -> (DrsGateway) new SharedDrs(drs, looks, seat, known, clock))
                    .orElse(drs);
        }
    }

    @Override
    public AwsAccess open(CallListener listener) {
        return new Access(real.open(listener), part);
    }

    @Override
    public void close() {
        real.close();
    }

    private record Access(AwsAccess real, Part part) implements AwsAccess {
        @Override
        public IdentityGateway identity(Target target) {
            return real.identity(target);
        }

        @Override
        public DrsGateway drs(Target target) {
            return part.shared(real.drs(target), target);
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
            return real.secrets(target);
        }
    }
}
