package io.jenkins.plugins.drs.engine.aws.sdk;

import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.CallRecord;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.JobLogEntry;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.LaunchConfigurationChange;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SdkDrsTest {
    private static final String JOB =
            "{\"job\":{\"jobID\":\"drsjob-00000000000000001\",\"type\":\"LAUNCH\",\"status\":\"PENDING\","
                    + "\"initiatedBy\":\"START_DRILL\",\"creationDateTime\":\"2026-03-01T10:00:00.123456Z\","
                    + "\"participatingServers\":[{\"sourceServerID\":\"s-00000000000000001\",\"launchStatus\":\"LAUNCHED\","
                    + "\"recoveryInstanceID\":\"i-00000001\"}],\"tags\":{\"Drill\":\"e-7\"}}}";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void shouldFollowEveryPageAndRecordEachAsOneCall() {
        wire.server.answer(
                "DescribeSourceServers",
                json("{\"items\":[{\"sourceServerID\":\"s-00000000000000001\"}],\"nextToken\":\"two\"}"),
                json("{\"items\":[{\"sourceServerID\":\"s-00000000000000002\"}],\"nextToken\":\"three\"}"),
                json("{\"items\":[{\"sourceServerID\":\"s-00000000000000003\"}]}"));

        var servers = wire.access.drs(Wire.OWN).sourceServers();

        assertThat(servers)
                .extracting(SourceServer::sourceServerId)
                .containsExactly("s-00000000000000001", "s-00000000000000002", "s-00000000000000003");
        assertThat(wire.server.requests("DescribeSourceServers").get(1).body()).contains("\"nextToken\":\"two\"");
        assertThat(wire.calls)
                .hasSize(3)
                .first()
                .isEqualTo(new CallRecord(
                        "drs",
                        "DescribeSourceServers",
                        Wire.OWN,
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Duration.ZERO,
                        "ok",
                        Optional.of(Answers.REQUEST_ID)));
    }

    @Test
    void shouldNotTakeAListForWholeWhenATokenComesAgain() {
        wire.server.answer("DescribeSourceServers", json("{\"items\":[],\"nextToken\":\"same\"}"));

        var failure = Wire.failureOf(() -> wire.access.drs(Wire.OWN).sourceServers());

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
        assertThat(failure.details().code()).isEqualTo("EndlessPages");
        assertThat(wire.calls).hasSize(2);
    }

    @Test
    void shouldReadReadinessOfAServer() {
        wire.server.answer(
                "DescribeSourceServers",
                json("{\"items\":[{\"sourceServerID\":\"s-00000000000000001\",\"tags\":{\"Tier\":\"db\"},"
                        + "\"sourceProperties\":{\"identificationHints\":{\"fqdn\":\"db.corp\"}},"
                        + "\"dataReplicationInfo\":{\"dataReplicationState\":\"STALLED\",\"lagDuration\":\"P1DT2H\","
                        + "\"dataReplicationError\":{\"error\":\"AGENT_NOT_SEEN\"}}}]}"));

        assertThat(wire.access.drs(Wire.OWN).sourceServers())
                .containsExactly(new SourceServer(
                        "s-00000000000000001",
                        "db.corp",
                        Map.of("Tier", "db"),
                        true,
                        "STALLED",
                        Optional.of(Duration.ofHours(26)),
                        Optional.of("AGENT_NOT_SEEN")));
    }

    @Test
    void shouldSendServersTagsAndDrillFlag() {
        wire.server.answer("StartRecovery", json(JOB));

        var job = wire.access
                .drs(Wire.OWN)
                .startRecovery(List.of("s-00000000000000001", "s-00000000000000002"), true, Map.of("Drill", "e-7"));

        assertThat(wire.server.only("StartRecovery").body())
                .contains("\"isDrill\":true")
                .contains("{\"sourceServerID\":\"s-00000000000000001\"},{\"sourceServerID\":\"s-00000000000000002\"}")
                .contains("\"tags\":{\"Drill\":\"e-7\"}");
        assertThat(job.created()).isEqualTo(Instant.parse("2026-03-01T10:00:00.123456Z"));
        assertThat(job.servers())
                .containsExactly(new RecoveryJob.ParticipatingServer(
                        "s-00000000000000001", "LAUNCHED", Optional.of("i-00000001")));
    }

    @Test
    void shouldAskForAThousandJobsAtATime() {
        wire.server.answer("DescribeJobs", json("{\"items\":[]}"));
        var ids = IntStream.range(0, 1001).mapToObj(i -> "drsjob-" + i).toList();

        wire.access.drs(Wire.OWN).jobs(ids);

        var requests = wire.server.requests("DescribeJobs");
        assertThat(requests).hasSize(2);
        assertThat(requests.get(0).body()).contains("\"drsjob-999\"").doesNotContain("\"drsjob-1000\"");
        assertThat(requests.get(1).body()).contains("\"drsjob-1000\"");
    }

    @Test
    void shouldNotCallForNoJobs() {
        assertThat(wire.access.drs(Wire.OWN).jobs(List.of())).isEmpty();
        assertThat(wire.calls).isEmpty();
    }

    @Test
    void shouldAskForJobsSinceWholeSecondAndGiveNewestFirst() {
        wire.server.answer(
                "DescribeJobs",
                json(
                        "{\"items\":[{\"jobID\":\"drsjob-00000000000000old\",\"status\":\"COMPLETED\",\"creationDateTime\":\"2026-03-01T10:00:01Z\"},"
                                + "{\"jobID\":\"drsjob-00000000000000new\",\"status\":\"STARTED\",\"creationDateTime\":\"2026-03-01T10:00:02Z\"}]}"));

        var jobs = wire.access.drs(Wire.OWN).jobsSince(Instant.parse("2026-03-01T10:00:00.987Z"));

        assertThat(wire.server.only("DescribeJobs").body()).contains("\"fromDate\":\"2026-03-01T10:00:00Z\"");
        assertThat(jobs)
                .extracting(RecoveryJob::jobId)
                .containsExactly("drsjob-00000000000000new", "drsjob-00000000000000old");
    }

    /** The second page reaches back beyond the day before the newest job, so the third tells nothing. */
    @Test
    void shouldGiveJobsOfTheDayBeforeTheNewestAndAskByNoDate() {
        wire.server.answer(
                "DescribeJobs",
                json("{\"items\":[" + job("a", "03T10") + "],\"nextToken\":\"two\"}"),
                json("{\"items\":[" + job("b", "02T11") + "," + job("c", "02T09") + "],\"nextToken\":\"three\"}"),
                json("{\"items\":[" + job("d", "02T08") + "]}"));

        var jobs = wire.access.drs(Wire.OWN).recentJobs(Duration.ofDays(1));

        assertThat(jobs)
                .extracting(RecoveryJob::jobId)
                .containsExactly("drsjob-0000000000000000a", "drsjob-0000000000000000b");
        assertThat(wire.server.requests("DescribeJobs")).hasSize(2).noneMatch(request -> request.body()
                .contains("fromDate"));
    }

    private static String job(String id, String hour) {
        return "{\"jobID\":\"drsjob-0000000000000000" + id + "\",\"status\":\"STARTED\",\"creationDateTime\":\"2026-03-"
                + hour + ":00:00Z\"}";
    }

    @Test
    void shouldNotReadAnswersAboutOthersThanItAskedFor() {
        DrsGateway drs = wire.access.drs(Wire.OWN);
        wire.server.answer("DescribeJobs", json("{\"items\":[" + job("b", "03T10") + "]}"));
        wire.server.answer(
                "DescribeRecoveryInstances",
                json(
                        "{\"items\":[{\"recoveryInstanceID\":\"i-00000001\",\"sourceServerID\":\"s-00000000000000002\"}]}"),
                json("{\"items\":[{\"recoveryInstanceID\":\"i-00000001\"}]}"));
        wire.server.answer(
                "GetLaunchConfiguration",
                json("{\"sourceServerID\":\"s-00000000000000002\",\"launchDisposition\":\"STARTED\","
                        + "\"targetInstanceTypeRightSizingMethod\":\"NONE\"}"));
        wire.server.answer(
                "DescribeRecoverySnapshots",
                json(
                        "{\"items\":[{\"snapshotID\":\"pit-00000000000000001\",\"sourceServerID\":\"s-00000000000000002\"}]}"));
        wire.server.answer("TerminateRecoveryInstances", json(JOB.replace("LAUNCH\"", "TERMINATE\"")));

        assertThat(Stream.<ThrowingCallable>of(
                        () -> drs.jobs(List.of("drsjob-0000000000000000a")),
                        () -> drs.recoveryInstances(List.of("s-00000000000000001")),
                        () -> drs.recoveryInstances(List.of("s-00000000000000001")),
                        () -> drs.launchConfiguration("s-00000000000000001"),
                        () -> drs.snapshots("s-00000000000000001", Instant.EPOCH),
                        () -> drs.terminate(List.of("i-00000007"))))
                .extracting(call -> Wire.failureOf(call).kind())
                .containsOnly(FailureKind.UNREADABLE);
    }

    @Test
    void shouldGiveJobLogOldestFirst() {
        wire.server.answer(
                "DescribeJobLogItems",
                json("{\"items\":[{\"event\":\"JOB_END\",\"logDateTime\":\"2026-03-01T10:09:00Z\"},"
                        + "{\"event\":\"LAUNCH_FAILED\",\"logDateTime\":\"2026-03-01T10:08:00Z\",\"eventData\":"
                        + "{\"sourceServerID\":\"s-00000000000000001\",\"rawError\":\"no capacity\"}}]}"));

        assertThat(wire.access.drs(Wire.OWN).jobLog("drsjob-00000000000000001"))
                .containsExactly(
                        new JobLogEntry(
                                Instant.parse("2026-03-01T10:08:00Z"),
                                "LAUNCH_FAILED",
                                Optional.of("s-00000000000000001"),
                                Optional.of("no capacity")),
                        new JobLogEntry(
                                Instant.parse("2026-03-01T10:09:00Z"), "JOB_END", Optional.empty(), Optional.empty()));
    }

    @Test
    void shouldCountAnInstanceOfUnknownOriginAsReal() {
        wire.server.answer(
                "DescribeRecoveryInstances",
                json(
                        "{\"items\":[{\"recoveryInstanceID\":\"i-00000001\",\"isDrill\":true},{\"recoveryInstanceID\":\"i-00000002\"}]}"));

        assertThat(wire.access.drs(Wire.OWN).recoveryInstances(List.of()))
                .extracting(RecoveryInstance::drill)
                .containsExactly(true, false);
    }

    @Test
    void shouldWriteOnlyWhatChangesInALaunchConfiguration() {
        wire.server.answer("UpdateLaunchConfiguration", json("{\"sourceServerID\":\"s-00000000000000001\"}"));
        var change = new LaunchConfigurationChange(
                Optional.of("STOPPED"), Optional.empty(), Optional.empty(), Optional.of(true), Optional.of(false));

        wire.access.drs(Wire.OWN).updateLaunchConfiguration("s-00000000000000001", change);

        assertThat(wire.server.only("UpdateLaunchConfiguration").body())
                .contains("\"launchDisposition\":\"STOPPED\"", "\"copyTags\":true", "\"licensing\":{\"osByol\":false}")
                .doesNotContain("copyPrivateIp", "RightSizing");
    }
}
