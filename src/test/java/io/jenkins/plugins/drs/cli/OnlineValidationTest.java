package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.cli.run.OnlineCheck;
import io.jenkins.plugins.drs.cli.run.RunEnvironment;
import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineValidationTest {
    private static Simulator simulator;

    @TempDir
    private Path temp;

    @BeforeAll
    static void startSimulator() throws Exception {
        simulator =
                Simulator.start(SimulatorOptions.of(Files.readString(Path.of("samples/three-tier/environment.json"))));
    }

    @AfterAll
    static void stopSimulator() {
        simulator.close();
    }

    private static List<String> found(String yaml) {
        return OnlineCheck.at(RunEnvironment.simulated(simulator), Configurations.of(yaml)).stream()
                .map(problem -> (problem.isError() ? "" : "warning ") + problem.pointer() + ": " + problem.message())
                .toList();
    }

    @Test
    void shouldFindEverythingThatTheSampleNames() throws Exception {
        assertThat(found(Files.readString(Path.of("samples/three-tier/plan.yaml"))))
                .isEmpty();
    }

    @Test
    void shouldTellServersTagsAndNetworksThatAreNotThere() {
        assertThat(found("""
                protectionGroups:
                  - groupName: Ids
                    region: us-east-1
                    sourceServerIds: [s-0a11ce00000000d01, s-0a11ce0000000dead]
                    launchConfig: {subnetId: subnet-0a1b2c3d4e5f60001, securityGroupIds: [sg-0a1b2c3d4e5f60001, sg-0000000000000dead]}
                    servers:
                      - {sourceServerId: s-0a11ce00000000d01, launchConfig: {staticPrivateIp: 10.0.1.3}}
                      - {sourceServerId: s-0a11ce0000000dead, launchConfig: {staticPrivateIp: 10.0.1.4}}
                  - groupName: Tags
                    region: us-east-1
                    serverSelectionTags: {DR-Tier: nothing}
                    launchConfig: {subnetId: subnet-0000000000000dead}
                """))
                .containsExactlyInAnyOrder(
                        "/protectionGroups/0/sourceServerIds/1: There is no source server 's-0a11ce0000000dead' in us-east-1",
                        "/protectionGroups/1/serverSelectionTags: No source server of us-east-1 has these tags",
                        "/protectionGroups/0/launchConfig/securityGroupIds/1: There is no security group"
                                + " 'sg-0000000000000dead' in us-east-1",
                        "/protectionGroups/0/servers/0/launchConfig/staticPrivateIp: The subnet 10.0.1.0/24 does not offer"
                                + " the address '10.0.1.3'",
                        "/protectionGroups/1/launchConfig/subnetId: There is no subnet 'subnet-0000000000000dead' in"
                                + " us-east-1");
    }

    @Test
    void shouldTellRunbooksThatAreNotThereOrTakeOtherParameters() {
        assertThat(found("""
                protectionGroups: [{groupName: Db, region: us-east-1, serverSelectionTags: {DR-Tier: database}}]
                recoveryPlans:
                  - planName: P
                    waves:
                      - waveName: W
                        protectionGroupName: Db
                        preWaveActions:
                          - {name: A, documentName: DR-Nothing}
                          - {name: B, documentName: DR-PromoteDatabase, documentVersion: "77"}
                          - {name: C, documentName: DR-PromoteDatabase, parameters: {Mode: x, Colour: red}}
                """))
                .containsExactlyInAnyOrder(
                        "/recoveryPlans/0/waves/0/preWaveActions/0/documentName: There is no document 'DR-Nothing' in us-east-1",
                        "/recoveryPlans/0/waves/0/preWaveActions/1/documentName: There is no document 'DR-PromoteDatabase' in"
                                + " version 77 in us-east-1",
                        "/recoveryPlans/0/waves/0/preWaveActions/2/parameters: 'DR-PromoteDatabase' needs the parameter"
                                + " 'Connection'",
                        "/recoveryPlans/0/waves/0/preWaveActions/2/parameters/Colour: 'DR-PromoteDatabase' has no parameter"
                                + " 'Colour'");
    }

    @Test
    void shouldFindAServerThatTwoGroupsOfAPlanSelect() {
        assertThat(found("""
                protectionGroups:
                  - {groupName: Db, region: us-east-1, serverSelectionTags: {DR-Tier: database}}
                  - {groupName: One, region: us-east-1, sourceServerIds: [s-0a11ce00000000d02]}
                recoveryPlans:
                  - planName: P
                    waves: [{waveName: A, protectionGroupName: db}, {waveName: B, protectionGroupName: One}]
                """))
                .containsExactly(
                        "/recoveryPlans/0/waves/1/protectionGroupNames/0: The server 's-0a11ce00000000d02' is selected"
                                + " by the groups 'db' and 'One'");
    }

    @Test
    void shouldWarnAboutWhatCouldNotBeLookedAt() {
        List<Problem> problems = OnlineCheck.at(RunEnvironment.simulated(simulator), Configurations.of("""
                        targetAccounts: [{accountId: "999999999999", assumeRoleName: Nobody}]
                        protectionGroups:
                          - {groupName: G, region: us-east-1, accountId: "999999999999", serverSelectionTags: {a: b}}
                        """));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.message()).startsWith("Could not look at account and Region 999999999999/us-east-1");
        });
    }

    @Test
    void shouldSayByItsExitCodeThatAwsCouldNotBeAsked() throws Exception {
        Path document = Files.writeString(temp.resolve("plan.yaml"), """
                protectionGroups:
                  - groupName: Tags
                    region: us-east-1
                    serverSelectionTags: {DR-Tier: nothing}
                """);
        StringWriter errors = new StringWriter();

        int code = Drs.commandLine()
                .setErr(new PrintWriter(errors))
                .execute("validate", "--online", "--endpoint-url", "http://127.0.0.2:1", document.toString());

        assertThat(errors.toString()).contains("Expected an answer of http://127.0.0.2:1, but there is none");
        assertThat(code).isEqualTo(3);
    }
}
