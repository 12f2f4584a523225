package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.term.FailureKind;

/** Secrets Manager and the SSM Parameter Store, by the kind of reference. */
record SdkSecrets(SecretStore secrets, ParameterStore parameters) implements SecretGateway {
    @Override
    public Secret resolve(DynamicReference reference) {
        return switch (reference.kind()) {
            case SECRETS_MANAGER -> secrets.value(reference);
            case SSM, SSM_SECURE -> parameters.value(reference);
            case JENKINS ->
                throw FailureClassifier.found(
                        "jenkins:MaskedValue",
                        FailureKind.NOT_FOUND,
                        "NotInJenkins",
                        "Expected the build of Jenkins that had '" + reference.name()
                                + "' as a secret to go on with this, but it is not Jenkins that does");
        };
    }
}
