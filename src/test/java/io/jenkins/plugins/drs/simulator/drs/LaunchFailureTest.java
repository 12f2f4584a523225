package io.jenkins.plugins.drs.simulator.drs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchFailureTest {
    private static final Duration ALL = Duration.ofMinutes(10);

    @ParameterizedTest(name = "{0}")
    @CsvSource({"snapshot, SNAPSHOT_FAIL", "conversion, CONVERSION_FAIL", "launch, LAUNCH_FAILED"})
    void shouldCompleteAJobWhoseServerFails(String phase, String event) {
        SimulatedAws aws = SimulatedAws.with(
                "{\"hostname\": \"db\", \"failure\": \"" + phase + "\", \"failureMessage\": \"no luck\"}");

        String job = aws.drill("db");
        aws.after(ALL);

        assertThat(aws.job(job).get("status").asText()).isEqualTo("COMPLETED");
        assertThat(launchStatus(aws, job, 0)).isEqualTo("FAILED");
        assertThat(rawError(aws, job, event)).isEqualTo("no luck");
        assertThat(aws.instances()).isEmpty();
    }

    @Test
    void shouldFailOnlyTheServerThatAFaultStrikes() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"a\"}, {\"hostname\": \"b\"}");
        aws.simulator()
                .faults()
                .add(Fault.of(FaultKind.FAIL_CONVERSION).servers("b").times(1));

        String first = aws.drill("a", "b");
        String second = aws.after(ALL).drill("b");
        aws.after(ALL);

        assertThat(launchStatus(aws, first, 0)).isEqualTo("LAUNCHED");
        assertThat(launchStatus(aws, first, 1)).isEqualTo("FAILED");
        assertThat(launchStatus(aws, second, 0)).isEqualTo("LAUNCHED");
    }

    @Test
    void shouldNeverEndAJobThatHangs() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");
        aws.simulator().faults().add(Fault.of(FaultKind.HANG_JOB));

        String job = aws.drill("db");

        assertThat(aws.after(Duration.ofDays(1)).job(job).get("status").asText())
                .isEqualTo("STARTED");
    }

    @Test
    void shouldSkipAServerThatHasNoDataYet() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\", \"replicationState\": \"INITIAL_SYNC\"}");

        String job = aws.drill("db");
        aws.after(ALL);

        assertThat(launchStatus(aws, job, 0)).isEqualTo("FAILED");
        assertThat(rawError(aws, job, "SERVER_SKIPPED")).contains("INITIAL_SYNC");
    }

    @Test
    void shouldLaunchAStalledServerFromItsLastSnapshot() {
        SimulatedAws aws = SimulatedAws.with(
                "{\"hostname\": \"db\", \"replicationState\": \"STALLED\", \"lagDuration\": \"PT2H\"}");

        String job = aws.drill("db");
        aws.after(ALL);

        assertThat(launchStatus(aws, job, 0)).isEqualTo("LAUNCHED");
        assertThat(aws.instances().at("/0/pointInTimeSnapshotDateTime").asText())
                .isLessThanOrEqualTo("2026-01-05T01:00:00.000Z");
    }

    @Test
    void shouldGoOnWithThePreviousSnapshotWhenTheNewOneFails() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");
        aws.simulator().faults().add(Fault.of(FaultKind.USE_PREVIOUS_SNAPSHOT));

        String job = aws.drill("db");
        aws.after(ALL);

        assertThat(launchStatus(aws, job, 0)).isEqualTo("LAUNCHED");
        assertThat(log(aws, job).findValuesAsText("event")).contains("SNAPSHOT_FAIL", "USING_PREVIOUS_SNAPSHOT");
    }

    @Test
    void shouldFailToLaunchIntoASubnetThatDoesNotExist() {
        SimulatedAws aws =
                SimulatedAws.of("{\"accounts\": [{\"accountId\": \"123456789012\", \"regions\": {\"us-east-1\": {"
                        + "\"subnets\": [{\"subnetId\": \"subnet-1\"}], \"sourceServers\": ["
                        + "{\"hostname\": \"db\", \"launchTemplate\": {\"subnetId\": \"subnet-2\"}}]}}}]}");

        String job = aws.drill("db");
        aws.after(ALL);

        assertThat(rawError(aws, job, "LAUNCH_FAILED")).startsWith("InvalidSubnetID.NotFound");
    }

    private static String launchStatus(SimulatedAws aws, String job, int server) {
        return aws.job(job)
                .at("/participatingServers/" + server + "/launchStatus")
                .asText();
    }

    private static JsonNode log(SimulatedAws aws, String job) {
        return aws.drs("DescribeJobLogItems", "{\"jobID\": \"" + job + "\"}").get("items");
    }

    private static String rawError(SimulatedAws aws, String job, String event) {
        for (JsonNode item : log(aws, job)) {
            if (item.get("event").asText().equals(event)) {
                return item.at("/eventData/rawError").asText();
            }
        }
        throw new AssertionError("Expected " + event + " in the log, but got " + log(aws, job));
    }
}
