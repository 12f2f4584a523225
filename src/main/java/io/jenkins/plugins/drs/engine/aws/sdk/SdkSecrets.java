package io.jenkins.plugins.drs.engine.aws.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.aws.SecretGateway.Secret;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

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

    /** The SSM Parameter Store. */
    record ParameterStore(Supplier<SsmClient> ssm, CallRunner calls) {
        /** The parameter's value, in clear; a version is asked for as {@code name:version}. */
        Secret value(DynamicReference reference) {
            String name = reference
                    .version()
                    .map(version -> reference.name() + ":" + version)
                    .orElse(reference.name());
            return calls.run(
                    "GetParameter",
                    () -> ssm.get().getParameter(r -> r.name(name).withDecryption(true)),
                    answer -> secret(Required.value(answer.parameter(), "Parameter"), reference.name()));
        }

        /** Parameters of other accounts are asked for by their ARN. */
        private static Secret secret(Parameter parameter, String asked) {
            if (!asked.equals(parameter.arn())) {
                Required.about(parameter.name(), asked, "Parameter.Name");
            }
            return new Secret(
                    Required.value(parameter.value(), "Parameter.Value"),
                    Optional.ofNullable(parameter.version()).map(String::valueOf));
        }
    }

    /** Secrets Manager. */
    record SecretStore(Supplier<SecretsManagerClient> client, CallRunner calls) {
        private static final String OPERATION = "GetSecretValue";
        private static final ObjectMapper JSON = new ObjectMapper();

        /** The secret's text, or the value of one key of it. */
        Secret value(DynamicReference reference) {
            var request = GetSecretValueRequest.builder().secretId(reference.name());
            reference.stage().ifPresent(request::versionStage);
            reference.version().ifPresent(request::versionId);
            var answer = calls.run(
                    OPERATION,
                    () -> client.get().getSecretValue(request.build()),
                    answered -> complete(answered, reference));
            String text = Optional.ofNullable(answer.secretString())
                    .orElseThrow(() -> missing(reference, "SecretStringNotFound", "a text, but it is binary"));
            String value = reference
                    .jsonKey()
                    .map(key -> valueOf(key, text, reference))
                    .orElse(text);
            return new Secret(value, Optional.ofNullable(answer.versionId()));
        }

        /** It may be asked for by its ARN, too, or by that without its last six letters. */
        private static GetSecretValueResponse complete(GetSecretValueResponse answer, DynamicReference reference) {
            if (!String.valueOf(answer.arn()).startsWith(reference.name())) {
                Required.about(answer.name(), reference.name(), "Name");
            }
            reference.version().ifPresent(version -> Required.about(answer.versionId(), version, "VersionId"));
            if (answer.secretString() == null) {
                Required.value(answer.secretBinary(), "SecretString");
            }
            return answer;
        }

        private String valueOf(String key, String text, DynamicReference reference) {
            return Optional.ofNullable(object(text, reference).get(key))
                    .filter(value -> !value.isNull())
                    .map(value -> value.isValueNode() ? value.asText() : value.toString())
                    .orElseThrow(() -> missing(
                            reference, "JsonKeyNotFound", "the key '" + key + "', but its JSON text has no such key"));
        }

        private JsonNode object(String text, DynamicReference reference) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException quotesTheSecret) {
                throw missing(
                        reference, "JsonKeyNotFound", "JSON text, but it is none"); // no cause: it quotes the secret
            }
        }

        private AwsFailure missing(DynamicReference reference, String code, String but) {
            return FailureClassifier.found(
                    calls.name(OPERATION),
                    FailureKind.NOT_FOUND,
                    code,
                    "Expected secret '" + reference.name() + "' to have " + but);
        }
    }
}
