package io.jenkins.plugins.drs.engine.aws.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.SecretGateway.Secret;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

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
        String value =
                reference.jsonKey().map(key -> valueOf(key, text, reference)).orElse(text);
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
            throw missing(reference, "JsonKeyNotFound", "JSON text, but it is none"); // no cause: it quotes the secret
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
