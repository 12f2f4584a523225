package io.jenkins.plugins.drs.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.cli.progress.Progress.ProgressStyle;
import io.jenkins.plugins.drs.cli.run.ExecutionRequest;
import io.jenkins.plugins.drs.cli.run.OnlineCheck;
import io.jenkins.plugins.drs.cli.run.RunEnvironment;
import io.jenkins.plugins.drs.cli.run.TerminalHost;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.ReadResult;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample environment's plan, as its script writes it, in the simulated AWS that knows the environment. */
class SampleEnvironmentTest {
    @TempDir
    private Path temp;

    private final StringWriter said = new StringWriter();
    private DrConfiguration configuration;
    private Simulator simulator;

    @BeforeEach
    void begin() throws Exception {
        Path plan = temp.resolve("plan.yaml");
        FakeAws.Ended ended = new FakeAws(temp).run(Map.of("SIMULATOR", "1"), "configuration", plan.toString());
        assertThat(ended.code()).as(ended.said()).isZero();
        ReadResult read = DocumentReader.read(plan);
        assertThat(read.problems()).isEmpty();
        configuration = read.configuration().orElseThrow();
        simulator =
                Simulator.start(SimulatorOptions.of(Files.readString(Path.of("samples/three-tier/environment.json"))));
    }

    @AfterEach
    void end() {
        simulator.close();
    }

    private int run(Mode mode, String folder) throws Exception {
        ExecutionRequest request = new ExecutionRequest(
                mode, configuration, "Sample-3-Tier-Application", RunOptions.DEFAULT, temp.resolve(folder));
        return new TerminalHost(RunEnvironment.simulated(simulator), new PrintWriter(said), ProgressStyle.PLAIN)
                .run(request);
    }

    @Test
    void shouldNameOnlyWhatTheSimulatedEnvironmentHas() {
        assertThat(OnlineCheck.at(RunEnvironment.simulated(simulator), configuration))
                .isEmpty();
    }

    @Test
    void shouldBeDrilledOnceItsServersReplicate() throws Exception {
        assertThat(run(Mode.CHECK, "early")).isEqualTo(1);
        assertThat(said.toString()).contains("Its data replication is INITIAL_SYNC, not CONTINUOUS.");

        simulator.clock().advance(Duration.ofMinutes(25));

        assertThat(run(Mode.DRILL, "drill")).as(said.toString()).isZero();
        assertThat(said.toString()).contains("5 of 5 servers launched and validated, 3 of 3 waves completed");
        assertThat(simulator.record().drillInstances()).isEmpty();
        assertThat(simulator.record().automations()).hasSize(5);
    }
}
