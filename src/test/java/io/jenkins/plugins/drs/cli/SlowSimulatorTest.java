package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import io.jenkins.plugins.drs.simulator.client.SlowFront;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulator on a busy machine is one all the same: nobody may take its servers for real ones. */
class SlowSimulatorTest {
    private static final long LATE_MILLIS = 700;

    @TempDir
    private Path temp;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void giveKeys() {
        System.setProperty("aws.accessKeyId", "simulated");
        System.setProperty("aws.secretAccessKey", "simulated");
    }

    @AfterEach
    void takeKeys() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void shouldSayInJournalAndResultsThatALateAnswerCameFromASimulator() throws Exception {
        Path folder = temp.resolve("out");
        try (Simulator simulator = Simulator.start(
                        SimulatorOptions.of(Files.readString(Path.of("samples/three-tier/environment.json"))));
                SlowFront front = new SlowFront(simulator.endpoint(), LATE_MILLIS)) {
            int code = Drs.commandLine()
                    .setOut(new PrintWriter(new StringWriter()))
                    .setErr(new PrintWriter(err))
                    .execute(
                            "check",
                            "samples/three-tier/plan.yaml",
                            "--endpoint-url",
                            front.endpoint().toString(),
                            "--out",
                            folder.toString());
            assertThat(code).as(err.toString()).isZero();
        }

        assertThat(Files.readAllLines(folder.resolve("audit.jsonl")).get(0)).contains("\"simulated\":true");
        JsonNode results =
                new ObjectMapper().readTree(folder.resolve("results.json").toFile());
        assertThat(results.findValue("simulated").asBoolean()).isTrue();
    }
}
