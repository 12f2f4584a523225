package io.jenkins.plugins.drs.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.cli.run.RunEnvironment;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.plan.ConfigurationValidation;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That both ways do the same drill, and that its critical path is a path of it. */
class BenchTest {
    private static final BenchSize SIZE = new BenchSize(18, 3);

    @TempDir
    Path folder;

    @Test
    void shouldGenerateAPlanWithoutProblems() {
        assertThat(ConfigurationValidation.of(BenchPlan.of(BenchSize.of(10_000))))
                .isEmpty();
    }

    @Test
    void shouldDrillEveryServerOnceInBothWays() throws IOException {
        Sample engine = drill(BenchWorker.ENGINE);
        Sample loop = drill(BenchWorker.FIXED_LOOP);

        assertThat(engine.figures().outcome()).isEqualTo("COMPLETED");
        assertThat(engine.left()).isZero();
        assertThat(loop.left()).isZero();
        assertThat(engine.calls().get("drs:StartRecovery"))
                .isEqualTo(loop.calls().get("drs:StartRecovery"))
                .isEqualTo(BenchPlan.TIERS.size() * SIZE.places());
        assertThat(engine.calls().get("ssm:StartAutomationExecution"))
                .isEqualTo(loop.calls().get("ssm:StartAutomationExecution"));
    }

    @Test
    void shouldTakeNoLessThanItsCriticalPath() throws IOException {
        Sample engine = drill(BenchWorker.ENGINE);
        Sample loop = drill(BenchWorker.FIXED_LOOP);

        // Three waves of runbook, launch, checks and runbook one after the other, and the terminations.
        assertThat(engine.criticalPath()).isGreaterThan(Duration.ofMinutes(25));
        assertThat(engine.stretch()).isGreaterThanOrEqualTo(1);
        assertThat(loop.stretch()).isGreaterThan(engine.stretch());
    }

    @Test
    void shouldGiveServersAndRunbooksOtherTimesByOtherSeeds() {
        String one = new BenchEnvironment(SIZE, 1, 1).json();

        assertThat(new BenchEnvironment(SIZE, 1, 1).json()).isEqualTo(one);
        assertThat(new BenchEnvironment(SIZE, 2, 1).json()).isEqualTo(one.replace("\"seed\":1,", "\"seed\":2,"));
        assertThat(new BenchEnvironment(SIZE, 1, 2).json()).isNotEqualTo(one);
    }

    private Sample drill(String way) throws IOException {
        BenchEnvironment world = new BenchEnvironment(SIZE);
        DrConfiguration configuration = BenchPlan.of(SIZE);
        try (Simulator simulator = Simulator.start(SimulatorOptions.of(world.json()))) {
            RunEnvironment surroundings = RunEnvironment.simulated(simulator);
            RunFigures figures = way.equals(BenchWorker.ENGINE)
                    ? new EngineRun(surroundings, folder.resolve("drill"), EarlierDurations.NONE).measure(configuration)
                    : FixedLoop.measure(surroundings, configuration);
            return Sample.of(figures, simulator.record(), world);
        }
    }
}
