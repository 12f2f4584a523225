package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.cli.CommandLines;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What really reaches AWS in runs of the sample is what the table of {@code docs/jenkins/iam.md} says of them. */
class CallsOfRunsTest {
    private static final Path SAMPLE = Path.of("samples", "three-tier");

    @TempDir
    private Path temp;

    private Simulator simulator;

    @BeforeEach
    void start() throws Exception {
        System.setProperty("aws.accessKeyId", "simulated");
        System.setProperty("aws.secretAccessKey", "simulated");
        simulator = Simulator.start(SimulatorOptions.of(Files.readString(SAMPLE.resolve("environment.json"))));
    }

    @AfterEach
    void stop() {
        simulator.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private void run(String command, String... options) {
        StringWriter told = new StringWriter();
        var words = new ArrayList<String>();
        words.add(command);
        words.add(SAMPLE.resolve("plan.yaml").toString());
        words.add("--endpoint-url");
        words.add(simulator.endpoint().toString());
        words.add("--out");
        words.add(temp.resolve(command).toString());
        words.addAll(List.of(options));
        int code = CommandLines.drs()
                .setOut(new PrintWriter(told))
                .setErr(new PrintWriter(told))
                .execute(words.toArray(String[]::new));
        assertThat(code).as(told.toString()).isZero();
    }

    private Set<String> called() {
        return simulator.record().calls().stream()
                .map(call -> call.service() + ":" + call.operation())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void shouldCallForACheckWhatTheTableSays() throws Exception {
        run("check");

        assertThat(called()).contains("ssm:DescribeDocument").isSubsetOf(OperationTable.of(OperationTable.CHECK));
    }

    @Test
    void shouldCallForADrillWhatTheTableSays() throws Exception {
        run("drill");

        assertThat(called()).contains("drs:StartRecovery").isSubsetOf(OperationTable.of(OperationTable.DRILL));
    }

    @Test
    void shouldCallForACleanupWhatTheTableSays() throws Exception {
        run("drill", "--keep-instances");
        Set<String> before = called();
        int calls = simulator.record().calls().size();

        run("cleanup");

        assertThat(before).doesNotContain("drs:TerminateRecoveryInstances");
        assertThat(simulator.record().calls().stream().skip(calls))
                .extracting(call -> call.service() + ":" + call.operation())
                .contains("drs:TerminateRecoveryInstances")
                .isSubsetOf(OperationTable.of(OperationTable.CLEANUP));
    }
}
