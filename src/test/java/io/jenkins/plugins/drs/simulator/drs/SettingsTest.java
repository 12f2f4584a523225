package io.jenkins.plugins.drs.simulator.drs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final String TEMPLATE =
            "{\"hostname\": \"db\", \"tags\": {\"Tier\": \"db\"}, \"launchTemplate\": {\"privateIp\": \"10.0.1.10\"}}";

    @Test
    void shouldChangeOnlyWhatAnUpdateNames() {
        SimulatedAws aws = SimulatedAws.with(TEMPLATE);
        String server = "\"sourceServerID\": \"" + aws.server("db") + "\"";

        aws.drs("UpdateLaunchConfiguration", "{" + server + ", \"copyTags\": true}");
        JsonNode configuration = aws.drs("GetLaunchConfiguration", "{" + server + "}");

        assertThat(configuration.get("copyTags").asBoolean()).isTrue();
        assertThat(configuration.get("targetInstanceTypeRightSizingMethod").asText())
                .isEqualTo("BASIC");
        assertThat(configuration.get("ec2LaunchTemplateID").asText()).matches("lt-[0-9a-f]{17}");
    }

    @Test
    void shouldLaunchWithTheTemplatesAddress() {
        SimulatedAws aws = SimulatedAws.with(TEMPLATE);

        aws.drill("db");
        aws.after(Duration.ofMinutes(10));

        assertThat(aws.instances()
                        .at("/0/recoveryInstanceProperties/networkInterfaces/0/ips/0")
                        .asText())
                .isEqualTo("10.0.1.10");
    }

    @Test
    void shouldTagAndUntagByArn() {
        SimulatedAws aws = SimulatedAws.with(TEMPLATE);
        String arn = "arn%3Aaws%3Adrs%3Aus-east-1%3A123456789012%3Asource-server%2F" + aws.server("db");

        aws.call("POST", "/tags/" + arn, "{\"tags\": {\"a b\": \"c\"}}");
        aws.call("DELETE", "/tags/" + arn + "?tagKeys=Tier&tagKeys=none", "");
        Response tags = aws.call("GET", "/tags/" + arn, "");

        assertThat(tags.text()).isEqualTo("{\"tags\":{\"a b\":\"c\"}}");
    }

    @Test
    void shouldRefuseTagsThatAwsKeepsToItself() {
        SimulatedAws aws = SimulatedAws.with(TEMPLATE);

        Response refused = aws.call(
                "POST", "/StartRecovery", aws.launch(true, "db").replaceFirst("}$", ", \"tags\": {\"aws:x\": \"1\"}}"));

        assertThat(SimulatedAws.error(refused)).contains("ValidationException");
    }

    @Test
    void shouldKnowNoResourceOfAnotherAccount() {
        SimulatedAws aws = SimulatedAws.with(TEMPLATE);

        Response refused =
                aws.call("GET", "/tags/arn:aws:drs:us-east-1:999999999999:source-server/" + aws.server("db"), "");

        assertThat(refused.status()).isEqualTo(404);
    }
}
