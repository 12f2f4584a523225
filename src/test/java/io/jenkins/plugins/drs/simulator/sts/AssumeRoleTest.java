package io.jenkins.plugins.drs.simulator.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.WireRequests;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.wire.Request;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssumeRoleTest {
    private static final String DRILL = "RoleArn=arn:aws:iam::222222222222:role/ops/Drill&ExternalId=shared-id";

    private final SimulatedAws aws =
            SimulatedAws.of("{\"accounts\": [{\"accountId\": \"123456789012\"}, {\"accountId\": "
                    + "\"222222222222\", \"roles\": [{\"roleName\": \"Drill\", \"externalId\": \"shared-id\"}, {\"roleName\": \"Open\"}], "
                    + "\"regions\": {\"us-east-1\": {\"sourceServers\": [{\"hostname\": \"theirs\"}]}}}]}");

    @Test
    void shouldActInTheRolesAccount() {
        Keys keys = assume(DRILL);

        assertThat(signed(keys, "sts", "Action=GetCallerIdentity&Version=2011-06-15")
                        .text())
                .contains("<Account>222222222222</Account>", "assumed-role/Drill/drill");
        Request servers = new Request(
                "POST", "/DescribeSourceServers", "", headers(keys, "drs"), "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(aws.simulator().handle(servers).text()).contains("theirs");
    }

    @Test
    void shouldBeWhoItsKeySays() {
        assertThat(sts("Action=GetCallerIdentity").text()).contains("<Account>123456789012</Account>", ":user/");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "RoleArn=arn:aws:iam::222222222222:role/Drill, AccessDenied",
        "RoleArn=arn:aws:iam::222222222222:role/Drill&ExternalId=guess, AccessDenied",
        "RoleArn=arn:aws:iam::222222222222:role/Other, AccessDenied",
        "RoleArn=arn:aws:iam::999999999999:role/Drill, AccessDenied",
        "RoleArn=arn:aws:iam::222222222222:user/Drill, ValidationError",
        "RoleArn=arn:aws:iam::222222222222:role/Open&DurationSeconds=60, ValidationError",
        "'', ValidationError"
    })
    void shouldRefuse(String parameters, String code) {
        assertThat(sts("Action=AssumeRole&RoleSessionName=drill&" + parameters).text())
                .contains("<Code>" + code + "</Code>");
    }

    @Test
    void shouldLastAsLongAsWanted() {
        Instant before = Instant.now();

        Instant expiration = assume(DRILL + "&DurationSeconds=900").expiration();

        assertThat(Duration.between(before, expiration)).isBetween(Duration.ofSeconds(899), Duration.ofSeconds(960));
    }

    @Test
    void shouldLastNoLongerThanAnHourInAChain() {
        Keys keys = assume(DRILL);
        String form = "Action=AssumeRole&Version=2011-06-15&RoleSessionName=next&DurationSeconds=3601&"
                + "RoleArn=arn:aws:iam::222222222222:role/Open";

        assertThat(signed(keys, "sts", form).text()).contains("<Code>ValidationError</Code>", "role chaining");
    }

    @Test
    void shouldEndForGoodWhenItsCredentialsExpireOnDemand() {
        Keys keys = assume(DRILL);
        aws.simulator()
                .faults()
                .add(Fault.of(FaultKind.EXPIRED_CREDENTIALS).on("sts", null).times(1));
        String identity = "Action=GetCallerIdentity&Version=2011-06-15";

        assertThat(signed(keys, "sts", identity).text()).contains("<Code>ExpiredToken</Code>");
        assertThat(signed(keys, "sts", identity).text()).contains("<Code>ExpiredToken</Code>");
        assertThat(signed(keys, "ec2", "Action=DescribeInstances&Version=2016-11-15")
                        .text())
                .contains("<Code>RequestExpired</Code>");
        assertThat(signed(assume(DRILL), "sts", identity).status()).isEqualTo(200);
    }

    @Test
    void shouldRefuseTemporaryKeysWithoutTheirToken() {
        Keys keys = assume(DRILL);

        assertThat(signed(
                                new Keys(keys.id(), "other", keys.expiration()),
                                "sts",
                                "Action=GetCallerIdentity&Version=2011-06-15")
                        .text())
                .contains("<Code>InvalidClientTokenId</Code>");
    }

    private record Keys(String id, String token, Instant expiration) {}

    private Keys assume(String parameters) {
        String xml =
                sts("Action=AssumeRole&RoleSessionName=drill&" + parameters).text();
        return new Keys(
                element(xml, "AccessKeyId"), element(xml, "SessionToken"), Instant.parse(element(xml, "Expiration")));
    }

    private Response sts(String form) {
        return aws.simulator().handle(WireRequests.query("sts", form + "&Version=2011-06-15"));
    }

    private Response signed(Keys keys, String service, String form) {
        Map<String, String> headers = headers(keys, service);
        headers.put("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        return aws.simulator().handle(new Request("POST", "/", "", headers, form.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> headers(Keys keys, String service) {
        Map<String, String> headers = SimulatedAws.signed(keys.id(), "us-east-1", service);
        headers.put("X-Amz-Security-Token", keys.token());
        return headers;
    }

    private static String element(String xml, String name) {
        Matcher matcher = Pattern.compile("<" + name + ">([^<]+)</").matcher(xml);
        if (!matcher.find()) {
            throw new AssertionError("Expected " + name + ", but got " + xml);
        }
        return matcher.group(1);
    }
}
