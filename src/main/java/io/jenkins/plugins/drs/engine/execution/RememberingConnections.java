package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.CallListener;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.IdentityGateway;
import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.aws.SecretGateway.Secret;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.redaction.KnownSecrets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Connections that remember every secret that was read, so that it can be hidden; a version that is known is not read again. */
record RememberingConnections(AwsConnections real, KnownSecrets secrets, Map<String, Secret> versions)
        implements AwsConnections {
    RememberingConnections(AwsConnections real, KnownSecrets secrets) {
        this(real, secrets, new ConcurrentHashMap<>());
    }

    @Override
    public AwsAccess open(CallListener listener) {
        return new Access(real.open(listener), this);
    }

    @Override
    public void close() {
        real.close();
    }

    private Secret resolve(Target target, DynamicReference reference, SecretGateway gateway) {
        Secret known = versions.get(key(target, reference));
        if (known != null) {
            return known;
        }
        Secret read = gateway.resolve(reference);
        secrets.add(List.of(read.value()));
        read.version().ifPresent(version -> versions.put(key(target, reference.at(version)), read));
        return read;
    }

    private static String key(Target target, DynamicReference reference) {
        return target.key() + " " + reference;
    }

    private record Access(AwsAccess real, RememberingConnections memory) implements AwsAccess {
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
            return reference -> memory.resolve(target, reference, real.secrets(target));
        }
    }
}
