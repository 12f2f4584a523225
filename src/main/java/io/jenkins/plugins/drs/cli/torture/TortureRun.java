package io.jenkins.plugins.drs.cli.torture;

import io.jenkins.plugins.drs.cli.torture.Trouble.Moment;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.WaveStatus;
import io.jenkins.plugins.drs.engine.execution.EngineRuntime;
import io.jenkins.plugins.drs.engine.execution.EngineSettings;
import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.WaveState;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one scenario from its first event to its last, through everything that goes wrong in it. */
final class TortureRun implements AutoCloseable {
    private static final int MOST_TICKS = 4000;
    private static final Duration AFTERWARDS = Duration.ofDays(1);

    private final Scenario scenario;
    private final Engine engine;
    private final Transport transport;
    private final Simulator simulator;
    private final MachineClock clock;
    private final MachineTroubles machine;
    private final SdkConnections connections;
    private final JournalOnDisk journal;
    private final Memory memory;
    private Execution execution;
    private InstantSource hostClock;
    private int ticks;

    private TortureRun(Scenario scenario, Engine engine, Transport transport) throws IOException {
        this.scenario = scenario;
        this.engine = engine;
        this.transport = transport;
        SimulatorOptions options = SimulatorOptions.of(scenario.environment());
        this.simulator = Simulator.start(scenario.traits().overHttp() ? options : options.inProcess());
        scenario.troubles(Trouble.InAws.class)
                .forEach(trouble -> simulator.faults().add(trouble.fault()));
        this.clock = new MachineClock(simulator.clock());
        this.journal = new JournalOnDisk();
        this.memory = new Memory(scenario, journal);
        this.machine = new MachineTroubles(scenario, memory, clock);
        this.connections = scenario.traits().overHttp()
                ? transport.http(simulator.endpoint(), clock)
                : transport.local(
                        new Wire(simulator, scenario, () -> machine.strike(Moment.IN_CALL)),
                        clock,
                        scenario.traits().withRoles());
    }

    /** What comes of the scenario. */
    static Outcome of(Scenario scenario, Engine engine, Transport transport) throws IOException {
        try (TortureRun run = new TortureRun(scenario, engine, transport)) {
            return run.toTheEnd();
        }
    }

    private Outcome toTheEnd() throws IOException {
        Instant began = simulator.clock().now();
        machine.strike(Moment.BEFORE_ENGINE_WORKS);
        open();
        Optional<Broken> stuck = Optional.empty();
        while (!execution.isFinished() && stuck.isEmpty()) {
            stuck = tick();
        }
        String end = end(execution.state());
        execution.close();
        Duration lasted = Duration.between(began, simulator.clock().now());
        simulator.clock().advance(AFTERWARDS);
        List<Broken> troubles = new ArrayList<>(memory.broken());
        stuck.ifPresent(troubles::add);
        List<RecordedEvent> events = new ArrayList<>();
        EventLog.read(journal.file(), events::add);
        if (!events.equals(memory.acknowledged())) {
            troubles.add(new Broken(3, "The journal at the end is not what was acknowledged"));
        }
        return new Outcome(
                scenario,
                events,
                simulator.record(),
                new Writings(scenario, journal, events).all(),
                end,
                lasted,
                troubles);
    }

    /** One call of the host, and the wait after it. */
    private Optional<Broken> tick() throws IOException {
        if (++ticks > MOST_TICKS) {
            return Optional.of(new Broken(0, "It has not ended after " + MOST_TICKS + " looks"));
        }
        Optional<Instant> wake;
        try {
            interfere();
            wake = execution.advance();
        } catch (Killed e) {
            restart(e);
            return Optional.empty();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof Killed death) {
                restart(death);
                return Optional.empty();
            }
            return Optional.of(new Broken(0, "It cannot go on: " + e.getMessage()));
        }
        if (execution.isFinished()) {
            return Optional.empty();
        }
        if (new Person(scenario, execution).acts()) {
            return Optional.empty();
        }
        return wake.isPresent()
                ? sleepUntil(wake.get())
                : Optional.of(new Broken(0, "It waits, and nobody knows for what"));
    }

    private Optional<Broken> sleepUntil(Instant wake) {
        if (!wake.isAfter(hostClock.instant())) {
            return Optional.of(new Broken(0, "At " + hostClock.instant() + " it asks to be called at " + wake));
        }
        machine.strike(Moment.WHILE_ENGINE_WAITS);
        Duration pause = Duration.between(hostClock.instant(), wake);
        if (!pause.isNegative()) {
            simulator.clock().advance(pause);
        }
        return Optional.empty();
    }

    /** What people and machines do of their own accord. */
    private void interfere() {
        machine.strike(Moment.BEFORE_ENGINE_WORKS);
        for (Trouble.Cancel cancel : scenario.troubles(Trouble.Cancel.class)) {
            if (memory.hasCome(cancel.afterEvent())) {
                ask(cancel);
            }
        }
    }

    /** Asked again when a crash lost the request. */
    private void ask(Trouble.Cancel cancel) {
        if (cancel.atOnce() && !execution.state().isStopRequested()) {
            execution.stop("somebody");
        } else if (!cancel.atOnce() && execution.state().cancelReason().isEmpty()) {
            execution.cancel("somebody", "No longer wanted.");
        }
    }

    private void open() throws IOException {
        try {
            execution = Execution.begin(journal.file(), scenario.first(), runtime(), memory::hear);
        } catch (Killed e) {
            restart(e);
        }
    }

    private void restart(Killed death) throws IOException {
        if (execution != null) {
            execution.close();
        }
        execution = null;
        boolean anything = memory.afterCrash(engine) > 0;
        simulator.clock().advance(death.outage());
        clock.startProcess();
        if (!anything) {
            open();
            return;
        }
        try {
            execution = Execution.resume(journal.file(), ScenarioDraw.ORIGIN, runtime(), memory::hear);
        } catch (Killed e) {
            restart(e);
        }
    }

    private EngineRuntime runtime() {
        EngineSettings usual = EngineSettings.DEFAULT;
        EngineSettings settings =
                new EngineSettings(usual.timing(), usual.retries(), usual.experience(), scenario.limits());
        EngineRuntime runtime = engine.runtime(new EngineRuntime(connections, clock, Runnable::run, settings));
        hostClock = runtime.clock();
        return runtime;
    }

    private static String end(ExecutionState state) {
        StringBuilder end = new StringBuilder(state.status().toString());
        state.waves()
                .forEach(
                        wave -> end.append(", ").append(wave.name()).append(' ').append(wave.status()));
        state.servers().forEach(server -> end.append(", ")
                .append(server.selected().hostname())
                .append(' ')
                .append(server.stage()));
        return end.toString();
    }

    @Override
    public void close() throws IOException {
        if (execution != null) {
            execution.close();
        }
        if (!transport.isShared(connections)) {
            connections.close();
        }
        simulator.close();
        journal.close();
    }

    /** Who answers when the engine waits for somebody. */
    private record Person(Scenario scenario, Execution execution) {
        /** Does what the engine waits for, if it waits for somebody. */
        boolean acts() {
            ExecutionState state = execution.state();
            Optional<WaveState> paused = first(state, WaveStatus.PAUSED);
            if (paused.isPresent()) {
                execution.decidePause(paused.get().name(), scenario.traits().approved(), "somebody");
                return true;
            }
            boolean asked = state.started().options().waveByWave() && state.phase() == Phase.WAVES;
            boolean waveRuns = state.waves().stream()
                    .anyMatch(wave -> wave.released() && !wave.status().isEnd());
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
