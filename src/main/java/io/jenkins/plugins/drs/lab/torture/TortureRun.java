package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.execution.EngineRuntime;
import io.jenkins.plugins.drs.engine.execution.EngineSettings;
import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.execution.WrongEnvironmentException;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.shared.SharedInHost;
import io.jenkins.plugins.drs.lab.torture.FillingDisk.NoRoom;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import io.jenkins.plugins.drs.lab.torture.Trouble.Moment;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
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
    private final Simulator simulator;
    private final MachineClock clock;
    private final MachineClock.MachineTroubles machine;
    private final JournalOnDisk journal;
    private final Memory memory;
    private final FillingDisk disk;
    private final JournalTroubles others;
    private final OtherMachine company;
    private final Detour detour;
    private final Route route;
    private final List<Broken> untold = new ArrayList<>();
    private List<String> told = List.of();
    private Execution execution;
    private InstantSource hostClock;
    private int ticks;
    private long answeredAt = -1;

    private TortureRun(Scenario scenario, Engine engine, Transport transport) throws IOException {
        this.scenario = scenario;
        this.engine = engine;
        SimulatorOptions options = SimulatorOptions.of(scenario.environment()).withWorldId("seed-" + scenario.seed());
        this.simulator = Simulator.start(Route.isDirect(scenario) ? options : options.inProcess());
        scenario.troubles(Trouble.InAws.class)
                .forEach(trouble -> simulator.faults().add(trouble.fault()));
        this.clock = new MachineClock(simulator.clock());
        this.journal = new JournalOnDisk();
        this.memory = new Memory(scenario, journal);
        this.disk = new FillingDisk(scenario, memory, simulator.clock());
        this.others = new JournalTroubles(scenario, memory, journal, engine, simulator::record);
        this.machine = new MachineClock.MachineTroubles(scenario, memory, clock);
        this.company = new OtherMachine(scenario, simulator, transport);
        this.detour = new Detour(scenario, memory, simulator);
        this.route = new Route(scenario, simulator, transport, detour, clock, this::inCall);
    }

    private void inCall(Moment moment) {
        if (moment == Moment.WITH_STRANGE_ANSWER) {
            memory.strangeAnswer();
        }
        machine.strike(moment);
    }

    /** What comes of the scenario. */
    static Outcome of(Scenario scenario, Engine engine, Transport transport) throws IOException {
        try (TortureRun run = new TortureRun(scenario, engine, transport)) {
            Outcome.Ending ending = run.toTheEnd();
            return run.outcome(ending);
        }
    }

    /** How the scenario ends when nothing goes wrong in it. */
    static Outcome.Ending undisturbed(Scenario scenario, Engine engine, Transport transport) throws IOException {
        try (TortureRun run = new TortureRun(scenario.with(List.of()), engine, transport)) {
            return run.toTheEnd();
        }
    }

    private Outcome.Ending toTheEnd() throws IOException {
        Instant began = simulator.clock().now();
        machine.strike(Moment.BEFORE_ENGINE_WORKS);
        open();
        Optional<Broken> stuck = Optional.empty();
        while (execution != null && !execution.isFinished() && stuck.isEmpty()) {
            stuck = tick();
        }
        stuck.ifPresent(untold::add);
        Duration lasted = Duration.between(began, simulator.clock().now());
        Outcome.Ending ending =
                execution == null ? Outcome.Ending.brokenOff(lasted) : Outcome.Ending.of(execution.state(), lasted);
        closeExecution();
        company.finish();
        return ending;
    }

    private Outcome outcome(Outcome.Ending ending) throws IOException {
        simulator.clock().advance(AFTERWARDS);
        List<Broken> troubles = new ArrayList<>(memory.broken());
        troubles.addAll(untold);
        troubles.addAll(detour.broken());
        List<RecordedEvent> events = new ArrayList<>();
        try {
            EventLog.read(journal.file(), events::add);
        } catch (IOException e) {
            troubles.add(new Broken(3, "The journal at the end cannot be read: " + e.getMessage()));
        }
        if (!memory.isAllOf(events)) {
            troubles.add(new Broken(3, "The journal at the end is not what was acknowledged"));
        }
        return new Outcome(
                scenario,
                events,
                company.events(),
                simulator.record(),
                new Writings(scenario, journal, events, told).all(),
                ending,
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
        } catch (IOException e) {
            breakOff(e);
            return Optional.empty();
        } catch (RuntimeException | Memory.Killed e) {
            Throwable reason = e instanceof Memory.Killed ? e : e.getCause();
            if (reason instanceof Memory.Killed death) {
                takeOver(death.outage());
                return Optional.empty();
            }
            return Optional.of(new Broken(0, "It cannot go on: " + e.getMessage()));
        }
        if (execution.isFinished()) {
            return Optional.empty();
        }
        if (answeredAt != journal.sizeNow() && new OtherMachine.Operator(scenario, execution).acts()) {
            answeredAt = journal.sizeNow(); // once: an engine that is not sure where it is takes up the answer later
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
        Duration pause = company.shorten(Duration.between(hostClock.instant(), wake));
        if (!pause.isNegative()) {
            simulator.clock().advance(pause);
        }
        return Optional.empty();
    }

    /** What people and machines do of their own accord. */
    private void interfere() throws IOException {
        keepCompany();
        untold.addAll(others.secondProcess(this::intruder));
        machine.strike(Moment.BEFORE_ENGINE_WORKS);
        for (Trouble.Cancel cancel : scenario.troubles(Trouble.Cancel.class)) {
            if (memory.hasCome(cancel.afterEvent())) {
                ask(cancel);
            }
        }
    }

    private void keepCompany() throws IOException {
        company.work(memory, journal);
        if (!scenario.troubles(Trouble.TwoAtOnce.class).isEmpty()) {
            route.takeBack();
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

    /** A process begins to work on the journal. */
    private void open() throws IOException {
        boolean anything = journal.lines() > 0;
        try {
            execution = anything
                    ? Execution.resume(journal.file(), ScenarioDraw.ORIGIN, runtime(), memory::hear)
                    : Execution.begin(journal.file(), engine.begun(scenario.first()), runtime(), memory::hear);
        } catch (Memory.Killed e) {
            takeOver(e.outage());
        } catch (IOException e) {
            breakOff(e);
        }
    }

    /** An engine that has to be refused. */
    private Execution intruder(Path file) throws IOException {
        return Execution.resume(file, ScenarioDraw.ORIGIN, runtime(), event -> {});
    }

    /** An engine of somebody who has another AWS. */
    private Execution elsewhere(SdkConnections there) throws IOException {
        return Execution.resume(journal.file(), ScenarioDraw.ORIGIN, runtime(there), event -> {});
    }

    /** The process is dead; after a while another goes on. */
    private void takeOver(Duration outage) throws IOException {
        closeExecution();
        memory.afterCrash(engine);
        simulator.clock().advance(outage);
        machine.strike(Moment.WHILE_NO_ENGINE_RUNS);
        untold.addAll(others.damage(this::intruder));
        untold.addAll(new OtherEnvironments(scenario, memory, journal, simulator).tried(this::elsewhere));
        clock.startProcess();
        open();
    }

    /** The journal takes no more: people are told what may still run; once there is room, another process goes on. */
    private void breakOff(IOException failure) throws IOException {
        closeExecution();
        if (failure instanceof WrongEnvironmentException && (detour.hasMisled() || isForGood())) {
            told = engine.told(journal.file());
            untold.addAll(NothingLeft.untold(scenario, simulator.record(), told));
            if (!isForGood()) {
                detour.end();
                open();
            }
            return;
        }
        if (!NoRoom.isCause(failure)) {
            untold.add(new Broken(3, "Its journal is of no use any more: " + failure.getMessage()));
            return;
        }
        told = engine.told(journal.file());
        untold.addAll(NothingLeft.untold(scenario, simulator.record(), told));
        Optional<Duration> room = disk.roomIn();
        if (room.isPresent()) {
            takeOver(room.get());
        }
    }

    /** Nobody goes on once a person stops an execution that does not know where it is, or AWS never says that. */
    private boolean isForGood() {
        return AwsRefusals.hideWhoCalls(scenario)
                || scenario.troubles(Trouble.Cancel.class).stream()
                        .anyMatch(cancel -> cancel.atOnce() && memory.hasCome(cancel.afterEvent()));
    }

    private void closeExecution() throws IOException {
        if (execution != null) {
            execution.close();
        }
        execution = null;
    }

    private EngineRuntime runtime() {
        return runtime(route.connections());
    }

    private EngineRuntime runtime(SdkConnections reached) {
        EngineSettings usual = EngineSettings.DEFAULT;
        EngineSettings settings =
                new EngineSettings(usual.timing(), usual.retries(), usual.experience(), scenario.limits());
        EngineRuntime runtime = engine.runtime(new EngineRuntime(
                reached, clock, Runnable::run, settings, OtherExecutions.UNKNOWN, new SharedInHost(), disk));
        hostClock = runtime.clock();
        return runtime;
    }

    @Override
    public void close() throws IOException {
        closeExecution();
        company.close();
        route.close();
        detour.close();
        simulator.close();
        journal.close();
    }
}
