package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;

/** Secrets Manager and the SSM Parameter Store, by the kind of reference. */
record SdkSecrets(SecretStore secrets, ParameterStore parameters) implements SecretGateway {
    @Override
    public Secret resolve(DynamicReference reference) {
        return reference.kind() == DynamicReference.Kind.SECRETS_MANAGER
                ? secrets.value(reference)
                : parameters.value(reference);
    }
}
