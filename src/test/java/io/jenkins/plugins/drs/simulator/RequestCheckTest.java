package io.jenkins.plugins.drs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.wire.Request;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCheckTest {
    private final SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "StartRecovery  | {}                                             | ValidationException",
                "StartRecovery  | {\"sourceServers\": []}                        | ValidationException",
                "StartRecovery  | {\"sourceServers\": [{}]}                      | ValidationException",
                "StartRecovery  | {\"sourceServers\": [{\"sourceServerID\":\"x\"}]} | ValidationException",
                "StartRecovery  | {\"sourceServers\": 1}                         | SerializationException",
                "DescribeJobs   | {\"maxResults\": 0}                            | ValidationException",
                "DescribeJobs   | {\"maxResults\": \"many\"}                     | SerializationException",
                "DescribeJobs   | {\"filters\": {\"fromDate\": \"yesterday\"}}   | ValidationException",
                "DescribeJobs   | {\"filters\": {\"jobIDs\": [\"job-1\"]}}       | ValidationException",
                "DescribeJobs   | [                                              | SerializationException",
                "DescribeJobs   | []                                             | SerializationException",
                "DescribeNobody | {}                                             | UnknownOperationException",
            })
    void shouldRefuseAsAwsDoes(String operation, String input, String code) {
        Response refused = aws.call("POST", "/" + operation, input);

        assertThat(SimulatedAws.error(refused)).contains(code);
        assertThat(refused.headers()).containsEntry("x-amzn-ErrorType", code).containsKey("x-amzn-RequestId");
    }

    @Test
    void shouldLetUnknownMembersThrough() {
        assertThat(aws.call("POST", "/DescribeJobs", "{\"unknown\": 1}").status())
                .isEqualTo(200);
    }

    @Test
    void shouldAskForASignature() {
        Response refused = aws.simulator().handle(unsigned(Map.of()));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(SimulatedAws.error(refused)).contains("MissingAuthenticationTokenException");
    }

    @Test
    void shouldRefuseAGarbledSignature() {
        Response refused =
                aws.simulator().handle(unsigned(Map.of("Authorization", "AWS4-HMAC-SHA256 Credential=AKIA/nonsense")));

        assertThat(SimulatedAws.error(refused)).contains("IncompleteSignatureException");
    }

    @Test
    void shouldRefuseUnknownKeysWhenTheEnvironmentIsStrict() {
        SimulatedAws strict = SimulatedAws.of("{\"strictKeys\": true}");

        assertThat(SimulatedAws.error(strict.call("POST", "/DescribeJobs", "{}")))
                .contains("UnrecognizedClientException");
    }

    @Test
    void shouldKeepAccountsAndRegionsApart() {
        SimulatedAws two = SimulatedAws.of(
                "{\"accounts\": ["
                        + "{\"accountId\": \"111111111111\", \"accessKeys\": [\"AKIAONE\"], \"regions\": {\"us-east-1\": {\"sourceServers\": [{\"hostname\": \"a\"}]}}},"
                        + "{\"accountId\": \"222222222222\", \"accessKeys\": [\"AKIATWO\"], \"regions\": {\"us-east-1\": {}}}]}");

        assertThat(serversOf(two, "AKIAONE", "us-east-1")).contains("\"hostname\":\"a\"");
        assertThat(serversOf(two, "AKIATWO", "us-east-1")).isEqualTo("{\"items\":[]}");
        assertThat(serversOf(two, "AKIAONE", "eu-west-1")).contains("UninitializedAccountException");
    }

    @Test
    void shouldRefuseABodyThatIsTooLarge() {
        Response refused = aws.call("POST", "/DescribeJobs", " ".repeat((10 << 20) + 1));

        assertThat(refused.status()).isEqualTo(413);
    }

    @Test
    void shouldGiveEveryRequestItsOwnId() {
        Response first = aws.call("POST", "/DescribeJobs", "{}");
        Response second = aws.call("POST", "/DescribeJobs", "{}");

        assertThat(first.headers().get("x-amzn-RequestId"))
                .isNotEqualTo(second.headers().get("x-amzn-RequestId"));
    }

    private static String serversOf(SimulatedAws aws, String key, String region) {
        return aws.simulator()
                .handle(new Request(
                        "POST",
                        "/DescribeSourceServers",
                        "",
                        SimulatedAws.signed(key, region, "drs"),
                        "{}".getBytes(StandardCharsets.UTF_8)))
                .text();
    }

    private static Request unsigned(Map<String, String> headers) {
        return new Request("POST", "/DescribeJobs", "", headers, "{}".getBytes(StandardCharsets.UTF_8));
    }
}
