package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.aws.SecretGateway.Secret;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.redaction.Redaction.KnownSecrets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers every secret that was read, so that it can be hidden; a version that is known is not read again. */
final class SecretMemory {
    private final KnownSecrets secrets;
    private final Map<String, Secret> versions = new ConcurrentHashMap<>();

    SecretMemory(KnownSecrets secrets) {
        this.secrets = secrets;
    }

    /** A gateway whose values are remembered. */
    SecretGateway over(Target target, SecretGateway gateway) {
        return reference -> resolve(target, reference, gateway);
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
}
