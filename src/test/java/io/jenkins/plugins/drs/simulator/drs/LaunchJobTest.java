package io.jenkins.plugins.drs.simulator.drs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.SimulatedAws;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LaunchJobTest {
    private static final Duration ALL = Duration.ofMinutes(10);

    @Test
    void shouldWalkFromPendingToCompleted() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");

        String job = aws.drill("db");

        assertThat(status(aws, job)).isEqualTo("PENDING PENDING");
        assertThat(status(aws.after(Duration.ofSeconds(10)), job)).isEqualTo("STARTED PENDING");
        assertThat(status(aws.after(Duration.ofSeconds(15)), job)).isEqualTo("STARTED IN_PROGRESS");
        assertThat(status(aws.after(Duration.ofSeconds(404)), job)).isEqualTo("STARTED IN_PROGRESS");
        assertThat(status(aws.after(Duration.ofSeconds(1)), job)).isEqualTo("COMPLETED LAUNCHED");
    }

    @Test
    void shouldTellADrillFromARecovery() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"a\"}, {\"hostname\": \"b\"}");

        JsonNode drill = aws.drs("StartRecovery", aws.launch(true, "a")).get("job");
        JsonNode recovery = aws.drs("StartRecovery", aws.launch(false, "b")).get("job");

        assertThat(drill.get("initiatedBy").asText()).isEqualTo("START_DRILL");
        assertThat(recovery.get("initiatedBy").asText()).isEqualTo("START_RECOVERY");
        assertThat(drill.get("jobID").asText()).matches("drsjob-[0-9a-f]{17}");
    }

    @Test
    void shouldLogEveryPhaseWithItsServer() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");
        String job = aws.drill("db");

        JsonNode log = aws.after(ALL)
                .drs("DescribeJobLogItems", "{\"jobID\": \"" + job + "\"}")
                .get("items");

        assertThat(log.findValuesAsText("event"))
                .containsExactly(
                        "JOB_START",
                        "CLEANUP_START",
                        "CLEANUP_END",
                        "SNAPSHOT_START",
                        "SNAPSHOT_END",
                        "CONVERSION_START",
                        "CONVERSION_END",
                        "LAUNCH_START",
                        "JOB_END");
        assertThat(log.at("/5/eventData/conversionServerID").asText()).matches("i-[0-9a-f]{17}");
        assertThat(log.at("/5/eventData/sourceServerID").asText()).isEqualTo(aws.server("db"));
    }

    @Test
    void shouldShowTheInstanceWithTheSnapshotItWasLaunchedFrom() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");
        String job = aws.drill("db");
        aws.after(ALL);

        JsonNode instance = aws.instances().get(0);

        assertThat(instance.get("jobID").asText()).isEqualTo(job);
        assertThat(instance.get("isDrill").asBoolean()).isTrue();
        assertThat(instance.get("ec2InstanceState").asText()).isEqualTo("RUNNING");
        assertThat(instance.get("pointInTimeSnapshotDateTime").asText()).isEqualTo("2026-01-05T03:01:40.000Z");
    }

    @Test
    void shouldLaunchTwiceWhenAskedTwice() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");
        aws.drill("db");
        String first = aws.after(ALL).instances().at("/0/recoveryInstanceID").asText();

        aws.drill("db");
        aws.after(ALL);

        assertThat(aws.instances()).hasSize(1);
        assertThat(aws.instances().at("/0/recoveryInstanceID").asText()).isNotEqualTo(first);
        assertThat(aws.simulator().record().launches()).hasSize(2);
    }

    @Test
    void shouldRecordThatALaunchDestroyedProduction() {
        SimulatedAws aws =
                SimulatedAws.with("{\"hostname\": \"db\", \"existingRecoveryInstance\": {\"isDrill\": false}}");
        String production = aws.instances().at("/0/recoveryInstanceID").asText();

        aws.drill("db");
        aws.after(ALL);

        assertThat(aws.simulator().record().destroyedRecoveries())
                .extracting(entry -> entry.instanceId())
                .containsExactly(production);
    }

    @Test
    void shouldTakeTheTimeThatAServerWasGiven() {
        SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"slow\", \"launchSeconds\": 3600}");
        String job = aws.drill("slow");

        assertThat(status(aws.after(Duration.ofSeconds(3599)), job)).startsWith("STARTED");
        assertThat(status(aws.after(Duration.ofSeconds(1)), job)).isEqualTo("COMPLETED LAUNCHED");
    }

    @Test
    void shouldEndTheSameHoweverOftenItIsLookedAt() {
        String servers = "{\"hostname\": \"s{n}\", \"count\": 5}";
        SimulatedAws watched = SimulatedAws.with(servers);
        SimulatedAws left = SimulatedAws.with(servers);
        String watchedJob = watched.drill("s1", "s2", "s3");
        String leftJob = left.drill("s1", "s2", "s3");

        for (int second = 0; second < 600; second++) {
            watched.after(Duration.ofSeconds(1)).job(watchedJob);
        }
        left.after(ALL);

        assertThat(watched.job(watchedJob)).isEqualTo(left.job(leftJob));
        assertThat(watched.instances()).isEqualTo(left.instances());
    }

    private static String status(SimulatedAws aws, String jobId) {
        JsonNode job = aws.job(jobId);
        return job.get("status").asText() + " "
                + job.at("/participatingServers/0/launchStatus").asText();
    }
}
