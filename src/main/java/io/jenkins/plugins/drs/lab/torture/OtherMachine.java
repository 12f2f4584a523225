package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.execution.EngineRuntime;
import io.jenkins.plugins.drs.engine.execution.EngineSettings;
import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.WaveState;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The other machine of {@link Trouble.TwoAtOnce}: nothing goes wrong on it. */
final class OtherMachine implements AutoCloseable {
    /** Name of the other execution where it is none of the tortured one. */
    static final String RIVAL = "rival";

    private static final int MOST_ROUNDS = 2000;

    private final Scenario scenario;
    private final Optional<Trouble.TwoAtOnce> trouble;
    private final Simulator simulator;
    private final Transport transport;
    private final JournalOnDisk journal = new JournalOnDisk();
    private Execution execution;
    private Instant due;

    OtherMachine(Scenario scenario, Simulator simulator, Transport transport) throws IOException {
        this.scenario = scenario;
        this.trouble = scenario.troubles(Trouble.TwoAtOnce.class).stream().findFirst();
        this.simulator = simulator;
        this.transport = transport;
    }

    /** Begins when its time has come, and does what is due on it. The connections are the caller's again afterwards. */
    void work(Memory memory, JournalOnDisk original) throws IOException {
        if (trouble.isEmpty()) {
            return;
        }
        Trouble.TwoAtOnce two = trouble.get();
        if (execution == null && memory.isDue(two, two.afterEvent())) {
            execution =
                    two.copy() ? copyOf(original) : Execution.begin(journal.file(), rival(), runtime(), event -> {});
        }
        advance();
    }

    private void advance() throws IOException {
        if (execution != null && !execution.isFinished()) {
            runtime();
            due = execution.advance().orElse(null);
            if (!execution.isFinished() && new Operator(scenario, execution).acts()) {
                due = simulator.clock().now();
            }
        }
    }

    private Execution copyOf(JournalOnDisk original) throws IOException {
        Files.write(journal.file(), original.bytes());
        return Execution.resume(journal.file(), ScenarioDraw.ORIGIN, runtime(), event -> {});
    }

    /** Has the transport lead to AWS as it is, without what goes wrong on the tortured machine. */
    private EngineRuntime runtime() {
        EngineSettings usual = EngineSettings.DEFAULT;
        return new EngineRuntime(
                transport.local(
                        Wire.undisturbed(simulator, scenario), simulator.clock()::now, false, () -> Detour.OWN_KEY),
                simulator.clock()::now,
                Runnable::run,
                new EngineSettings(usual.timing(), usual.retries(), usual.experience(), scenario.limits()));
    }

    /** How long a wait may last that it has a part in. */
    Duration shorten(Duration pause) {
        if (due == null || execution.isFinished()) {
            return pause;
        }
        Duration until = Duration.between(simulator.clock().now(), due);
        Duration wait = until.isNegative() ? Duration.ZERO : until;
        return wait.compareTo(pause) < 0 ? wait : pause;
    }

    /** Comes to its end. */
    void finish() throws IOException {
        for (int round = 0; execution != null && !execution.isFinished() && round < MOST_ROUNDS; round++) {
            simulator.clock().advance(shorten(Duration.ofDays(1)));
            advance();
        }
    }

    /** Its journal; empty where it never began. */
    List<RecordedEvent> events() throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        if (execution != null) {
            EventLog.read(journal.file(), events::add);
        }
        return events;
    }

    private ExecutionStarted rival() {
        RecoveryPlan plan = scenario.plan();
        RecoveryPlan other = plan.withName(RIVAL)
                .withWaves(plan.waves().stream().map(OtherMachine::plain).toList());
        DrConfiguration configuration = scenario.first().configuration().withPlans(List.of(other));
        return new ExecutionStarted(
                RIVAL, Mode.DRILL, RIVAL, configuration, "0".repeat(64), RunOptions.DEFAULT, ScenarioDraw.ORIGIN);
    }

    /** Its runbooks would be counted as started twice. */
    private static Wave plain(Wave wave) {
        return wave.withPolicy(wave.policy().withPauseBefore(false)).withActions(List.of(), List.of());
    }

    @Override
    public void close() throws IOException {
        if (execution != null) {
            execution.close();
        }
        journal.close();
    }

    /** Who answers when the engine waits for somebody. */
    record Operator(Scenario scenario, Execution execution) {
        /** Does what the engine waits for, if it waits for somebody. */
        boolean acts() {
            if (execution.obstacle().isPresent()) {
                return false;
            }
            ExecutionState state = execution.state();
            Optional<WaveState> paused = first(state, WaveStatus.PAUSED);
            if (paused.isPresent()) {
                execution.decidePause(paused.get().name(), scenario.traits().approved(), "somebody");
                return true;
            }
            boolean asked = state.started().options().waveByWave() && state.phase() == Phase.WAVES;
            boolean waveRuns = state.waves().stream()
                    .anyMatch(wave -> wave.released() && !wave.status().ended());
            if (!asked || waveRuns || state.areWavesClosed()) {
                return false;
            }
            state.waves().stream()
                    .filter(wave -> wave.status() == WaveStatus.PENDING && !wave.released())
                    .findFirst()
                    .ifPresentOrElse(
                            wave -> execution.release(wave.name(), "somebody"), () -> execution.closeWaves("somebody"));
            return true;
        }

        private static Optional<WaveState> first(ExecutionState state, WaveStatus status) {
            return state.waves().stream()
                    .filter(wave -> wave.status() == status && wave.approval().isEmpty())
                    .findFirst();
        }
    }
}
