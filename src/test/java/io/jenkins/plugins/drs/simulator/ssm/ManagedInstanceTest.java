package io.jenkins.plugins.drs.simulator.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagedInstanceTest {
    private final SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"web-{n}\", \"count\": 7}, "
            + "{\"hostname\": \"bare\", \"ssmAgent\": false}, {\"hostname\": \"db\"}");
    private final SsmCalls ssm = new SsmCalls(aws);

    @Test
    void shouldComeOnlineAfterItsInstanceRuns() {
        aws.drill("db");

        boolean whenLaunched = list(aws.after(Duration.ofMinutes(7)), "{}").isEmpty();
        JsonNode later = list(aws.after(Duration.ofMinutes(2)), "{}");

        assertThat(whenLaunched).isTrue();
        assertThat(later.at("/0/PingStatus").asText()).isEqualTo("Online");
        assertThat(later.at("/0/ComputerName").asText()).isEqualTo("db");
    }

    @Test
    void shouldNeverComeOnlineWithoutAgentOrOnDemand() {
        aws.simulator().faults().add(Fault.of(FaultKind.SSM_NEVER_ONLINE).servers("db"));
        aws.drill("bare", "db");

        assertThat(list(aws.after(Duration.ofHours(1)), "{}")).isEmpty();
    }

    @Test
    void shouldBeGoneWithItsInstance() {
        aws.drill("db");
        aws.after(Duration.ofMinutes(20));
        aws.terminate(aws.instances().at("/0/recoveryInstanceID").asText());

        assertThat(list(aws.after(Duration.ofSeconds(60)), "{}")
                        .at("/0/PingStatus")
                        .asText())
                .isEqualTo("ConnectionLost");
        assertThat(list(aws.after(Duration.ofMinutes(20)), "{}")).isEmpty();
    }

    @Test
    void shouldFilterByInstanceInBothForms() {
        aws.drill("web-1", "web-2");
        aws.after(Duration.ofMinutes(20));
        String id = aws.instances().at("/1/ec2InstanceID").asText();

        assertThat(list(aws, "{\"Filters\": [{\"Key\": \"InstanceIds\", \"Values\": [\"" + id + "\"]}]}")
                        .findValuesAsText("InstanceId"))
                .containsExactly(id);
        assertThat(list(
                                aws,
                                "{\"InstanceInformationFilterList\": [{\"key\": \"InstanceIds\", \"valueSet\": [\"" + id
                                        + "\"]}]}")
                        .findValuesAsText("InstanceId"))
                .containsExactly(id);
    }

    @Test
    void shouldPage() {
        aws.drill("web-1", "web-2", "web-3", "web-4", "web-5", "web-6", "web-7");
        aws.after(Duration.ofMinutes(20));

        List<Integer> sizes = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = ssm.call("DescribeInstanceInformation", "{\"MaxResults\": 5" + token + "}");
            sizes.add(page.get("InstanceInformationList").size());
            token = page.has("NextToken") ? ", \"NextToken\": " + page.get("NextToken") : "";
        } while (!token.isEmpty());

        assertThat(sizes).containsExactly(5, 2);
    }

    @Test
    void shouldRefuseFiltersAndPagesThatAwsDoesNotHave() {
        assertThat(refusal("\"Filters\": [{\"Key\": \"Color\", \"Values\": [\"red\"]}]"))
                .isEqualTo("InvalidFilterKey");
        assertThat(refusal("\"Filters\": [{\"Key\": \"InstanceIds\", \"Values\": [\"web\"]}]"))
                .isEqualTo("InvalidInstanceId");
        assertThat(refusal("\"Filters\": [{\"Key\": \"InstanceIds\", \"Values\": []}]"))
                .isEqualTo("ValidationException");
        assertThat(refusal("\"MaxResults\": 4")).isEqualTo("ValidationException");
        assertThat(refusal("\"NextToken\": \"mine\"")).isEqualTo("InvalidNextToken");
    }

    private String refusal(String members) {
        return ssm.refusal("DescribeInstanceInformation", "{" + members + "}").orElse("none");
    }

    private JsonNode list(SimulatedAws then, String input) {
        return new SsmCalls(then).call("DescribeInstanceInformation", input).get("InstanceInformationList");
    }
}
