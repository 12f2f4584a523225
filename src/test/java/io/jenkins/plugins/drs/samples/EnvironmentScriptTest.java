package io.jenkins.plugins.drs.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentScriptTest {
    private static final String FIVE = """
            s-1\tdb-1\tCONTINUOUS\tNone
            s-2\tapp-1\tCONTINUOUS\tNone
            s-3\tapp-2\tCONTINUOUS\tNone
            s-4\tweb-1\tCONTINUOUS\tNone
            s-5\tweb-2\t%s\tNone
            """;

    @TempDir
    private Path temp;

    private FakeAws aws;

    @BeforeEach
    void begin() throws Exception {
        aws = new FakeAws(temp);
    }

    private FakeAws.Ended run(String... arguments) throws Exception {
        return aws.run(Map.of(), arguments);
    }

    @Test
    void shouldDeployFromNothingInTheOrderInWhichOneNeedsAnother() throws Exception {
        FakeAws.Ended ended = run("deploy");

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(aws.changes())
                .containsExactly(
                        "deploy drs-sample-network",
                        "deploy drs-sample-recovery",
                        "initialize-service",
                        "create-replication-configuration-template",
                        "deploy drs-sample-servers",
                        "tag-resource");
        assertThat(aws.calls())
                .anyMatch(call -> call.contains("deploy --region us-west-2 --stack-name drs-sample-recovery")
                        && call.contains("SourceAddress=value-of-SourceAddress"))
                .anyMatch(call -> call.contains("deploy --region us-east-1 --stack-name drs-sample-servers")
                        && call.contains("TargetRegion=us-west-2 VpcId=value-of-VpcId"))
                .anyMatch(call -> call.contains("--staging-area-subnet-id value-of-StagingSubnetId"));
    }

    @Test
    void shouldDeployAgainWithoutTouchingReplicationSettings() throws Exception {
        run("deploy");
        int before = aws.changes().size();

        assertThat(run("deploy").code()).isZero();
        assertThat(aws.changes().subList(before, aws.changes().size()))
                .containsExactly(
                        "deploy drs-sample-network",
                        "deploy drs-sample-recovery",
                        "deploy drs-sample-servers",
                        "tag-resource");
    }

    @Test
    void shouldLeaveReplicationSettingsOfOthersAlone() throws Exception {
        aws.with("initialized", "").with("settings", "rct-9\tNone\n");

        FakeAws.Ended deployed = run("deploy");
        FakeAws.Ended destroyed = run("destroy");

        assertThat(deployed.said()).contains("replication settings of its own (rct-9)", "port 1500");
        assertThat(destroyed.code()).as(destroyed.said()).isZero();
        assertThat(aws.changes())
                .doesNotContain("create-replication-configuration-template", "initialize-service")
                .doesNotContain("delete-replication-configuration-template");
    }

    @Test
    void shouldSayWhyAStackFailedAndClearItAwayTheNextTime() throws Exception {
        aws.with("fail-us-east-1-drs-sample-servers", "");

        FakeAws.Ended failed = run("deploy");
        FakeAws.Ended repeated = run("deploy");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.said()).contains("The quota of addresses is used up", "Fix them and repeat");
        assertThat(repeated.code()).as(repeated.said()).isZero();
        assertThat(repeated.said()).contains("drs-sample-servers is ROLLBACK_COMPLETE: deleting it first");
        assertThat(aws.changes()).containsSubsequence("delete-stack drs-sample-servers", "deploy drs-sample-servers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE_FAILED", "ROLLBACK_FAILED", "DELETE_FAILED", "REVIEW_IN_PROGRESS"})
    void shouldClearAwayWhatCannotBeUpdated(String state) throws Exception {
        aws.with("stacks/us-east-1-drs-sample-network", state);

        assertThat(run("deploy").code()).isZero();
        assertThat(aws.changes()).startsWith("delete-stack drs-sample-network", "deploy drs-sample-network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS", "UPDATE_ROLLBACK_IN_PROGRESS"})
    void shouldWaitForWhatIsUnderWay(String state) throws Exception {
        aws.with("stacks/us-east-1-drs-sample-network", state);

        FakeAws.Ended ended = run("deploy");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("drs-sample-network is " + state + ": waiting for it");
        assertThat(aws.changes()).startsWith("deploy drs-sample-network");
    }

    @Test
    void shouldWaitUntilEveryServerReplicatesAndGiveUpAfterItsTime() throws Exception {
        aws.with("initialized", "").with("servers", FIVE.formatted("INITIAL_SYNC"));

        FakeAws.Ended late = aws.run(Map.of("WAIT_MINUTES", "0"), "wait");
        aws.with("servers", FIVE.formatted("CONTINUOUS"));
        FakeAws.Ended ready = run("wait");

        assertThat(late.code()).isEqualTo(1);
        assertThat(late.said())
                .contains("4 of 5 servers replicate continuously; web-2 INITIAL_SYNC")
                .contains("Not every server replicates continuously after 0 minutes");
        assertThat(ready.code()).isZero();
        assertThat(ready.said()).contains("5 of 5 servers replicate continuously");
    }

    @Test
    void shouldWaitForServersThatAreNotThereYet() throws Exception {
        aws.with("initialized", "").with("servers", "s-1\tdb-1\tCONTINUOUS\tNone\n");

        FakeAws.Ended ended = aws.run(Map.of("WAIT_MINUTES", "0"), "wait");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("1 of 5 servers");
    }

    @Test
    void shouldTakeEverythingDownAndWaitForDrsToLeaveTheNetwork() throws Exception {
        run("deploy");
        aws.with("servers", "s-1\tdb-1\tCONTINUOUS\tNone\ns-2\tweb-1\tDISCONNECTED\tNone\n")
                .with("instances", "i-1\tTrue\n")
                .with("interfaces", "2\n");
        int before = aws.changes().size();

        FakeAws.Ended ended = run("destroy");

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(aws.changes().subList(before, aws.changes().size()))
                .containsExactly(
                        "terminate-recovery-instances",
                        "delete-stack drs-sample-servers",
                        "disconnect-source-server s-1",
                        "delete-source-server s-1",
                        "delete-source-server s-2",
                        "delete-replication-configuration-template",
                        "delete-stack drs-sample-recovery",
                        "delete-stack drs-sample-network");
        assertThat(ended.said()).contains("DRS still has 2 network interfaces", "What stays:");
        assertThat(run("destroy").code()).isZero();
    }

    @Test
    void shouldTakeNothingDownWhereServersWereRecoveredForReal() throws Exception {
        run("deploy");
        aws.with("servers", FIVE.formatted("CONTINUOUS")).with("instances", "i-1\tTrue\ni-2\tFalse\n");
        int before = aws.changes().size();

        FakeAws.Ended ended = run("destroy");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("recovered for real: i-2");
        assertThat(aws.changes()).hasSize(before);
    }

    @Test
    void shouldTakeNothingDownWhenItCannotSeeWhatReplicates() throws Exception {
        run("deploy");
        aws.with("denied", "");
        int before = aws.changes().size();

        FakeAws.Ended ended = run("destroy");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("AccessDenied", "cannot be read");
        assertThat(aws.changes()).hasSize(before);
    }

    @Test
    void shouldWritePlanOnlyWithAllOutputsAndTakeNoStrangeOnes() throws Exception {
        run("deploy");

        FakeAws.Ended ended = run("configuration", temp.resolve("plan.yaml").toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("no output CheckTierDocument");
        assertThat(temp.resolve("plan.yaml")).doesNotExist();
    }

    @Test
    void shouldCallNothingWhileAwsIsSimulated() throws Exception {
        Path plan = temp.resolve("dr/plan.yaml");
        for (String[] command :
                new String[][] {{"deploy"}, {"configuration", plan.toString()}, {"status"}, {"destroy"}}) {
            assertThat(aws.run(Map.of("SIMULATOR", "1"), command).code()).isZero();
        }

        assertThat(aws.calls()).isEmpty();
        assertThat(Files.readString(plan)).doesNotContain("@");
    }

    @ParameterizedTest
    @CsvSource({
        "PROJECT, Drs; rm -rf /",
        "APPLICATION, a b",
        "SOURCE_REGION, us-east-1a",
        "TARGET_REGION, us-east-1",
        "WAIT_MINUTES, 1 hour"
    })
    void shouldRefuseNamesThatCannotBe(String variable, String value) throws Exception {
        FakeAws.Ended ended = aws.run(Map.of(variable, value), "deploy");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains(variable);
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void shouldExplainItselfWithoutACommand() throws Exception {
        FakeAws.Ended ended = run();

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said())
                .contains("./environment destroy", "Exit codes:")
                .doesNotContain("set -euo");
    }
}
