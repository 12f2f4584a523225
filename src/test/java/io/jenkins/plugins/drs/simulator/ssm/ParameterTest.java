package io.jenkins.plugins.drs.simulator.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {
    private final SsmCalls ssm = SsmCalls.with("\"parameters\": [{\"name\": \"/app/url\", \"value\": \"old\"},"
            + "{\"name\": \"/app/url\", \"value\": \"new\", \"version\": 2}, {\"name\": \"flat\", \"value\": \"f\"},"
            + "{\"name\": \"password\", \"type\": \"SecureString\", \"value\": \"secret\"}]");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/app/url, new, 2",
        "/app/url:1, old, 1",
        "arn:aws:ssm:us-east-1:123456789012:parameter/app/url, new, 2",
        "arn:aws:ssm:us-east-1:123456789012:parameter/flat, f, 1"
    })
    void shouldFindAParameterByNameArnAndVersion(String name, String value, int version) {
        JsonNode parameter = get(name, false);

        assertThat(parameter.get("Value").asText()).isEqualTo(value);
        assertThat(parameter.get("Version").asInt()).isEqualTo(version);
    }

    @Test
    void shouldShowASecureStringOnlyToThoseWhoDecrypt() {
        assertThat(get("password", true).get("Value").asText()).isEqualTo("secret");
        assertThat(get("password", false).get("Value").asText()).isNotEqualTo("secret");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"nope, ParameterNotFound", "/app/url:3, ParameterVersionNotFound", "'', ValidationException"})
    void shouldRefuseWhatDoesNotExist(String name, String code) {
        assertThat(ssm.refusal("GetParameter", "{\"Name\": \"" + name + "\"}")).contains(code);
    }

    private JsonNode get(String name, boolean decrypted) {
        return ssm.call("GetParameter", "{\"Name\": \"" + name + "\", \"WithDecryption\": " + decrypted + "}")
                .get("Parameter");
    }
}
