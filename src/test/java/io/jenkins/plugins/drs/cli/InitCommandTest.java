package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.cli.InitCommand.StartingDocument;
import io.jenkins.plugins.drs.cli.run.Inventory;
import io.jenkins.plugins.drs.cli.run.OnlineCheck;
import io.jenkins.plugins.drs.cli.run.RunEnvironment;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.online.StartingConfiguration;
import io.jenkins.plugins.drs.engine.online.TagKeys;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    private static final String MANY = """
        {"quotas": {"pageSize": 20}, "accounts": [{"accountId": "123456789012", "regions": {
          "us-east-1": {"sourceServers": [
            {"hostname": "db-{n}", "count": 45, "tags": {"DR-Application": "shop", "DR-Tier": "database"}},
            {"hostname": "web-{n}", "count": 60, "tags": {"DR-Application": "shop", "DR-Tier": "web"}},
            {"hostname": "loose-{n}", "count": 25},
            {"hostname": "new", "replicationState": "INITIAL_SYNC", "tags": {"DR-Application": "shop", "DR-Tier": "batch"}}]},
          "eu-west-1": {"sourceServers": [
            {"hostname": "edge-{n}", "count": 30, "tags": {"DR-Application": "shop", "DR-Tier": "web"}}]},
          "eu-west-2": {"initialized": false}}}]%s}
        """;

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int drs(String... words) {
        return Drs.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    private static Simulator simulator(String faults) {
        return Simulator.start(SimulatorOptions.of(MANY.formatted(faults)));
    }

    private static Inventory inventory(Simulator simulator, String... regions) throws InterruptedException {
        return Inventory.of(RunEnvironment.simulated(simulator), List.of(regions));
    }

    private static String document(Inventory inventory) {
        List<SourceServer> servers =
                inventory.servers().values().stream().flatMap(List::stream).toList();
        TagKeys keys = TagKeys.of(Optional.empty(), Optional.empty(), servers);
        return new StartingDocument(
                        inventory,
                        StartingConfiguration.of(inventory.servers(), keys, Optional.of(inventory.accountId())),
                        keys)
                .text();
    }

    private static DrConfiguration read(String document) {
        ReadResult result = DocumentReader.read(document.getBytes(StandardCharsets.UTF_8), "start.yaml");
        assertThat(result.problems()).isEmpty();
        return result.configuration().orElseThrow();
    }

    @Test
    void shouldWriteADocumentThatIsValidAndFindsEveryServerOfEveryPage() throws Exception {
        try (Simulator simulator = simulator("")) {
            Inventory inventory = inventory(simulator, "us-east-1", "eu-west-1", "eu-west-2");
            String document = document(inventory);
            DrConfiguration configuration = read(document);

            assertThat(inventory.servers().get("us-east-1")).hasSize(131);
            assertThat(inventory.uninitialized()).containsExactly("eu-west-2");
            assertThat(OnlineCheck.at(RunEnvironment.simulated(simulator), configuration))
                    .isEmpty();
            assertThat(configuration.recoveryPlans())
                    .extracting(plan -> plan.planName() + plan.waves().size())
                    .containsExactly("shop3", "Untagged1");
            assertThat(document)
                    .contains("# A first configuration: the 161 source servers of account 123456789012 in"
                            + " eu-west-1, us-east-1.")
                    .contains("and 35 more")
                    .contains("# 1 server: new (INITIAL_SYNC)")
                    .contains("# The name of this tier does not show its order");
        }
    }

    @Test
    void shouldGiveTheSameBytesTwice() throws Exception {
        try (Simulator one = simulator("");
                Simulator other = simulator("")) {
            assertThat(document(inventory(one, "us-east-1", "eu-west-1")))
                    .isEqualTo(document(inventory(other, "eu-west-1", "us-east-1")));
        }
    }

    @Test
    void shouldAskAgainWhenThrottledAndGiveUpInTheEnd() throws Exception {
        try (Simulator simulator = simulator(
                ", \"faults\": [{\"kind\": \"throttle\", \"match\": {\"operation\": \"DescribeSourceServers\"},"
                        + " \"when\": {\"times\": 3}}]")) {
            assertThat(inventory(simulator, "us-east-1").servers().get("us-east-1"))
                    .hasSize(131);
        }
        try (Simulator simulator = simulator(
                ", \"faults\": [{\"kind\": \"throttle\", \"match\": {\"operation\": \"DescribeSourceServers\"}}]")) {
            assertThatThrownBy(() -> inventory(simulator, "us-east-1"))
                    .isInstanceOf(AwsFailure.class)
                    .hasMessageContaining("DescribeSourceServers");
        }
    }

    @Test
    void shouldNotLetTextOfOthersOutOfAComment() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.of("""
            {"accounts": [{"accountId": "123456789012", "regions": {"us-east-1": {"sourceServers": [
              {"hostname": "a\\nrecoveryPlans: []", "tags": {"DR-Application": "x\\r\\n- groupName: y", "DR-Tier": "db: [\\u2028"}}]}}}]}
            """))) {
            String document = document(inventory(simulator, "us-east-1"));

            assertThat(read(document).protectionGroups()).hasSize(1);
            assertThat(document).contains("# 1 server: a<U+000A>recoveryPlans: []");
        }
    }

    @Test
    void shouldKeepAFileThatExistsUnlessItMayBeOverwritten() throws Exception {
        Path file = Files.writeString(temp.resolve("plan.yaml"), "mine");

        assertThat(drs(
                        "init",
                        "--region",
                        "us-east-1",
                        "--out",
                        file.toString(),
                        "--endpoint-url",
                        "http://127.0.0.1:1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("exists already");
        assertThat(file).hasContent("mine");
    }

    @Test
    void shouldRefuseWhatIsNoRegion() {
        assertThat(drs("init", "--region", "us-east-1,evil.example.com/")).isEqualTo(2);
        assertThat(err.toString()).contains("Expected a Region such as us-east-1, but got 'evil.example.com/'.");
    }

    @Test
    void shouldSayWhenAwsCannotBeReached() {
        assertThat(drs("init", "--region", "us-east-1", "--endpoint-url", "http://127.0.0.1:1"))
                .isEqualTo(3);
        assertThat(out.toString()).isEmpty();
    }
}
