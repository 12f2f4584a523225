package io.jenkins.plugins.drs.simulator.secrets;

import static io.jenkins.plugins.drs.simulator.shape.Shape.string;
import static io.jenkins.plugins.drs.simulator.shape.Shape.structure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.RegionSpec.SecretSpec;
import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.state.Ids;
import io.jenkins.plugins.drs.simulator.wire.AwsError;
import io.jenkins.plugins.drs.simulator.wire.Json;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets Manager, as far as the product uses it. */
public final class SecretsService {
    private static final Shape GET_SECRET_VALUE = structure()
            .required("SecretId", string(1, 2048))
            .optional("VersionId", string(32, 64))
            .optional("VersionStage", string(1, 256));

    private SecretsService() {}

    /** Its operations. */
    public static AwsService create() {
        return new AwsService(
                "secretsmanager",
                Protocol.JSON_11,
                Map.of("GetSecretValue", Operation.of(GET_SECRET_VALUE, SecretValues::get)),
                region -> {});
    }

    /** GetSecretValue. A secret that is declared several times has several versions. */
    private static final class SecretValues {
        private static final String CURRENT = "AWSCURRENT";

        private final Call call;

        private SecretValues(Call call) {
            this.call = call;
        }

        static ObjectNode get(Call call) {
            SecretValues values = new SecretValues(call);
            return values.json(values.chosen());
        }

        private SecretSpec chosen() {
            String id = call.text("SecretId").orElseThrow();
            List<SecretSpec> versions = call.region().spec().secrets().stream()
                    .filter(secret -> isNamed(secret, id))
                    .filter(secret -> call.hasPassed(secret.afterSeconds()))
                    .sorted(Comparator.comparing(SecretSpec::afterSeconds).reversed())
                    .toList();
            if (versions.isEmpty()) {
                throw notFound("Secrets Manager can't find the specified secret.");
            }
            Optional<String> versionId = call.text("VersionId");
            return versionId.isPresent() ? withId(versions, versionId.get()) : withStage(versions);
        }

        private SecretSpec withId(List<SecretSpec> versions, String versionId) {
            SecretSpec found = versions.stream()
                    .filter(version -> versionId(version).equals(versionId))
                    .findFirst()
                    .orElseThrow(() -> notFound(
                            "Secrets Manager can't find the specified secret value for VersionId: " + versionId));
            if (!stages(found, versions)
                    .containsAll(call.text("VersionStage").stream().toList())) {
                throw new AwsError(
                        400,
                        "InvalidRequestException",
                        "You provided a VersionStage that is not associated to the provided VersionId.");
            }
            return found;
        }

        private SecretSpec withStage(List<SecretSpec> versions) {
            String stage = call.text("VersionStage").orElse(CURRENT);
            return versions.stream()
                    .filter(version -> stages(version, versions).contains(stage))
                    .findFirst()
                    .orElseThrow(() -> notFound(
                            "Secrets Manager can't find the specified secret value for staging label: " + stage));
        }

        /** A version that was current until a later one was put is the previous one from then on. */
        private static List<String> stages(SecretSpec version, List<SecretSpec> versions) {
            boolean replaced = version.versionStages().contains(CURRENT)
                    && versions.stream()
                            .anyMatch(other -> other.versionStages().contains(CURRENT)
                                    && other.afterSeconds() > version.afterSeconds());
            return replaced ? List.of("AWSPREVIOUS") : version.versionStages();
        }

        /** By name, ARN, or ARN without its last six characters. */
        private boolean isNamed(SecretSpec secret, String id) {
            String arn = arn(secret);
            return List.of(secret.name(), arn, arn.substring(0, arn.lastIndexOf('-')))
                    .contains(id);
        }

        private ObjectNode json(SecretSpec secret) {
            ObjectNode json = Json.object();
            json.put("ARN", arn(secret));
            json.put("Name", secret.name());
            json.put("VersionId", versionId(secret));
            json.put("SecretString", secret.secretString());
            secret.versionStages().forEach(json.putArray("VersionStages")::add);
            json.put("CreatedDate", BigDecimal.valueOf(call.world().start().toEpochMilli(), 3));
            return json;
        }

        private String arn(SecretSpec secret) {
            String suffix = stable("secret", secret.name()).substring(0, 6);
            return call.region().arn("secretsmanager", "secret:" + secret.name() + "-" + suffix);
        }

        /** Derived from name and stages where none is declared; a UUID in form. */
        private String versionId(SecretSpec secret) {
            if (secret.versionId() != null) {
                return secret.versionId();
            }
            String stages = String.join(",", secret.versionStages())
                    + (secret.afterSeconds() == 0 ? "" : secret.afterSeconds());
            String digits = stable("version", secret.name() + stages) + stable("version-end", secret.name() + stages);
            return digits.substring(0, 32).replaceAll("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        }

        private String stable(String kind, String key) {
            Ids ids = call.world().ids();
            return ids.stable("", kind, call.region().accountId(), call.region().name(), key);
        }

        private static AwsError notFound(String message) {
            return new AwsError(400, "ResourceNotFoundException", message);
        }
    }
}
