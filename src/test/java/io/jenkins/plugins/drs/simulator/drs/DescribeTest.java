package io.jenkins.plugins.drs.simulator.drs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribeTest {
    private static final Duration ALL = Duration.ofMinutes(10);

    @Test
    void shouldGiveEveryServerOnceOverPages() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"s{n}\", \"count\": 7}");
        List<String> found = new ArrayList<>();

        JsonNode page = aws.drs("DescribeSourceServers", "{\"maxResults\": 3}");
        found.addAll(page.findValuesAsText("hostname"));
        while (page.has("nextToken")) {
            page = aws.drs(
                    "DescribeSourceServers", "{\"maxResults\": 3, \"nextToken\": " + page.get("nextToken") + "}");
            found.addAll(page.findValuesAsText("hostname"));
        }

        assertThat(found).containsExactly("s1", "s2", "s3", "s4", "s5", "s6", "s7");
    }

    @Test
    void shouldRefuseATokenOfAnotherQuery() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"s{n}\", \"count\": 3}");
        JsonNode token = aws.drs("DescribeSourceServers", "{\"maxResults\": 1}").get("nextToken");

        Response jobs = aws.call("POST", "/DescribeJobs", "{\"nextToken\": " + token + "}");
        Response garbled = aws.call("POST", "/DescribeSourceServers", "{\"nextToken\": \"x\"}");

        assertThat(SimulatedAws.error(jobs)).contains("ValidationException");
        assertThat(SimulatedAws.error(garbled)).contains("ValidationException");
    }

    @Test
    void shouldNotRepeatAJobWhenANewerOneAppearsBetweenPages() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"s{n}\", \"count\": 3}");
        String oldest = aws.drill("s1");
        String middle = aws.after(Duration.ofSeconds(1)).drill("s2");
        JsonNode first = aws.drs("DescribeJobs", "{\"maxResults\": 1}");
        aws.after(Duration.ofSeconds(1)).drill("s3");

        JsonNode second = aws.drs("DescribeJobs", "{\"maxResults\": 1, \"nextToken\": " + first.get("nextToken") + "}");

        assertThat(first.at("/items/0/jobID").asText()).isEqualTo(middle);
        assertThat(second.at("/items/0/jobID").asText()).isEqualTo(oldest);
    }

    @Test
    void shouldFindAJobByItsTimeWithItsTags() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"a\"}, {\"hostname\": \"b\"}");
        aws.drill("a");
        String input = aws.launch(true, "b").replaceFirst("}$", ", \"tags\": {\"Wave\": \"1\"}}");
        String tagged =
                aws.after(ALL).drs("StartRecovery", input).at("/job/jobID").asText();

        JsonNode found = aws.drs("DescribeJobs", "{\"filters\": {\"fromDate\": \"2026-01-05T03:05:00Z\"}}")
                .get("items");

        assertThat(found.findValuesAsText("jobID")).containsExactly(tagged);
        assertThat(found.at("/0/tags/Wave").asText()).isEqualTo("1");
    }

    @Test
    void shouldTellReplicationStateAndLag() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\", \"replicationState\": \"STALLED\","
                + "\"lagDuration\": \"PT90M\", \"replicationError\": \"AGENT_NOT_SEEN\"}");

        JsonNode replication = aws.drs("DescribeSourceServers", "{}").at("/items/0/dataReplicationInfo");

        assertThat(replication.get("dataReplicationState").asText()).isEqualTo("STALLED");
        assertThat(replication.get("lagDuration").asText()).isEqualTo("PT1H30M");
        assertThat(replication.at("/dataReplicationError/error").asText()).isEqualTo("AGENT_NOT_SEEN");
    }

    @Test
    void shouldTellTheLastLaunchOfAServer() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");
        String job = aws.drill("db");
        aws.after(ALL);

        JsonNode server = aws.drs("DescribeSourceServers", "{}").at("/items/0");

        assertThat(server.get("lastLaunchResult").asText()).isEqualTo("SUCCEEDED");
        assertThat(server.at("/lifeCycle/lastLaunch/initiated/jobID").asText()).isEqualTo(job);
        assertThat(server.at("/lifeCycle/lastLaunch/initiated/type").asText()).isEqualTo("DRILL");
        assertThat(server.get("recoveryInstanceId").asText())
                .isEqualTo(aws.instances().at("/0/recoveryInstanceID").asText());
    }

    @Test
    void shouldTakeASnapshotEveryTenMinutes() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");

        JsonNode snapshots = aws.drs(
                        "DescribeRecoverySnapshots",
                        "{\"sourceServerID\": \"" + aws.server("db") + "\", \"order\": \"DESC\","
                                + "\"filters\": {\"fromDateTime\": \"2026-01-05T02:30:00Z\"}}")
                .get("items");

        assertThat(snapshots.findValuesAsText("expectedTimestamp"))
                .containsExactly(
                        "2026-01-05T03:00:00.000Z",
                        "2026-01-05T02:50:00.000Z",
                        "2026-01-05T02:40:00.000Z",
                        "2026-01-05T02:30:00.000Z");
        assertThat(snapshots.at("/0").has("timestamp")).isFalse();
        assertThat(snapshots.at("/1/ebsSnapshots/0").asText()).matches("snap-[0-9a-f]{17}");
    }

    @Test
    void shouldLaunchFromTheSnapshotThatWasChosen() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");
        String server = aws.server("db");
        JsonNode oldest = aws.drs("DescribeRecoverySnapshots", "{\"sourceServerID\": \"" + server + "\"}")
                .at("/items/0");

        aws.drs(
                "StartRecovery",
                "{\"isDrill\": true, \"sourceServers\": [{\"sourceServerID\": \"" + server
                        + "\", \"recoverySnapshotID\": " + oldest.get("snapshotID") + "}]}");
        aws.after(ALL);

        assertThat(aws.instances().at("/0/pointInTimeSnapshotDateTime")).isEqualTo(oldest.get("timestamp"));
    }
}
