package io.jenkins.plugins.drs.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceTest {
    private final SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"web-{n}\", \"count\": 6}, "
            + "{\"hostname\": \"cold\", \"launchConfiguration\": {\"launchDisposition\": \"STOPPED\"}}");
    private final Ec2Calls ec2 = new Ec2Calls(aws);

    @Test
    void shouldShowAnInstanceAndForgetItAnHourAfterItsEnd() {
        String id = launch("web-1");

        assertThat(ec2.call("DescribeInstances", "InstanceId.1=" + id).text("//instanceState/name"))
                .isEqualTo("running");
        aws.terminate(id);
        aws.after(Duration.ofMinutes(20));
        assertThat(ec2.call("DescribeInstances", "InstanceId.1=" + id).text("//instanceState/code"))
                .isEqualTo("48");
        aws.after(Duration.ofHours(1));
        assertThat(ec2.refusal("DescribeInstances", "InstanceId.1=" + id)).isEqualTo("InvalidInstanceID.NotFound");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "instance-state-name, running, 1",
        "instance-state-name, terminated, 0",
        "tag:Name, web-*, 1",
        "tag:Name, web-?, 1",
        "tag:Name, web, 0",
        "tag-key, AWSElasticDisasterRecoverySourceServerID, 1",
        "tag:Color, *, 0"
    })
    void shouldFilter(String name, String value, int found) {
        launch("web-1");

        assertThat(ec2.call("DescribeInstances", "Filter.1.Name=" + name + "&Filter.1.Value.1=" + value)
                        .texts("//instanceId"))
                .hasSize(found);
    }

    @Test
    void shouldPage() {
        launch("web-1", "web-2", "web-3", "web-4", "web-5", "web-6");

        Ec2Calls.Answer first = ec2.call("DescribeInstances", "MaxResults=5");
        Ec2Calls.Answer second = ec2.call("DescribeInstances", "MaxResults=5&NextToken=" + first.text("//nextToken"));

        assertThat(first.texts("//instanceId")).hasSize(5);
        assertThat(second.texts("//instanceId")).hasSize(1).doesNotContainAnyElementsOf(first.texts("//instanceId"));
        assertThat(second.texts("//nextToken")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "InstanceId.1=web, InvalidInstanceID.Malformed",
        "InstanceId.1=i-00000000, InvalidInstanceID.NotFound",
        "Filter.1.Name=color&Filter.1.Value.1=red, InvalidParameterValue",
        "MaxResults=4, InvalidParameterValue",
        "NextToken=mine, InvalidNextToken",
        "DryRun=true, DryRunOperation"
    })
    void shouldRefuse(String parameters, String code) {
        assertThat(ec2.refusal("DescribeInstances", parameters)).isEqualTo(code);
    }

    @Test
    void shouldPassBothStatusChecksSomeTimeAfterItRuns() {
        aws.drill("web-1");
        aws.after(Duration.ofMinutes(7).plusSeconds(20));
        List<String> early = statuses("");
        aws.after(Duration.ofMinutes(5));

        assertThat(early).containsExactly("initializing", "initializing");
        assertThat(statuses("")).containsExactly("ok", "ok");
    }

    @Test
    void shouldBeImpairedOnDemand() {
        aws.simulator().faults().add(Fault.of(FaultKind.FAIL_STATUS_CHECK));
        launch("web-1");

        assertThat(statuses("")).containsExactly("ok", "impaired");
        assertThat(statuses("Filter.1.Name=instance-status.status&Filter.1.Value.1=ok"))
                .isEmpty();
    }

    @Test
    void shouldTellTheStatusOfInstancesThatDoNotRunOnlyWhenAsked() {
        launch("cold");

        assertThat(statuses("")).isEmpty();
        assertThat(statuses("IncludeAllInstances=true")).containsExactly("not-applicable", "not-applicable");
    }

    /** Of the system and of the instance, for each instance. */
    private List<String> statuses(String parameters) {
        return ec2.call("DescribeInstanceStatus", parameters).texts("//systemStatus/status | //instanceStatus/status");
    }

    private String launch(String... hostnames) {
        aws.drill(hostnames);
        aws.after(Duration.ofMinutes(20));
        return aws.instances().at("/0/ec2InstanceID").asText();
    }
}
