package io.jenkins.plugins.drs.simulator.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.WireRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretValueTest {
    private static final String OLD = "0000000000000000000000000000000000000old";

    private final SimulatedAws aws = SimulatedAws.of("{\"accounts\": [{\"accountId\": \"123456789012\", \"regions\": "
            + "{\"us-east-1\": {\"secrets\": [{\"name\": \"db/main-pw\", \"secretString\": \"new\"}, {\"name\": \"db/main-pw\", "
            + "\"secretString\": \"old\", \"versionId\": \"" + OLD + "\", \"versionStages\": [\"AWSPREVIOUS\"]}]}}}]}");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'', new",
        "'\"VersionStage\": \"AWSPREVIOUS\"', old",
        "'\"VersionId\": \"" + OLD + "\"', old",
        "'\"VersionId\": \"" + OLD + "\", \"VersionStage\": \"AWSPREVIOUS\"', old"
    })
    void shouldFindAVersion(String members, String value) {
        assertThat(get("db/main-pw", members).path("SecretString").asText()).isEqualTo(value);
    }

    @Test
    void shouldBeFoundByItsArnWithOrWithoutItsEnd() {
        String arn = get("db/main-pw", "").get("ARN").asText();

        assertThat(arn).matches("arn:aws:secretsmanager:us-east-1:123456789012:secret:db/main-pw-[0-9a-f]{6}");
        assertThat(get(arn, "").get("SecretString").asText()).isEqualTo("new");
        assertThat(get(arn.substring(0, arn.length() - 7), "")
                        .get("SecretString")
                        .asText())
                .isEqualTo("new");
        assertThat(get(arn, "").get("VersionId").asText()).hasSize(36);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "nope, '', ResourceNotFoundException",
        "db/main-pw, '\"VersionStage\": \"AWSPENDING\"', ResourceNotFoundException",
        "db/main-pw, '\"VersionId\": \"00000000000000000000000000000000\"', ResourceNotFoundException",
        "db/main-pw, '\"VersionId\": \"" + OLD + "\", \"VersionStage\": \"AWSCURRENT\"', InvalidRequestException",
        "db/main-pw, '\"VersionId\": \"1\"', ValidationException"
    })
    void shouldRefuse(String id, String members, String code) {
        assertThat(get(id, members).path("__type").asText()).isEqualTo(code);
    }

    private JsonNode get(String id, String members) {
        String body = "{\"SecretId\": \"" + id + "\"" + (members.isEmpty() ? "" : ", " + members) + "}";
        return SimulatedAws.json(
                aws.simulator().handle(WireRequests.json("secretsmanager", "secretsmanager.GetSecretValue", body)));
    }
}
