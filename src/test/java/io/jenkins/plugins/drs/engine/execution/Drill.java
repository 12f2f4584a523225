package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource.AccessKeys;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.execution.core.EngineClock;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A scenario that runs: the real engine and SDK adapters against the simulator over HTTP, in virtual time. */
final class Drill implements AutoCloseable {
    private static final int MOST_TICKS = 3000;

    private final DrillScenario scenario;
    private final Simulator simulator;
    private final boolean ownsSimulator;
    private final SdkConnections connections;
    private final JournalFile journal = new JournalFile();
    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();
    private long crashAfter = Long.MAX_VALUE;
    private Execution execution;
    private EngineClock clock;
    private int ticks;

    private record Reaction(Predicate<ExecutionEvent> trigger, Consumer<Execution> request) {}

    /** The engine's process is killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Drill(DrillScenario scenario, Simulator simulator, boolean ownsSimulator) {
        this.scenario = scenario;
        this.simulator = simulator;
        this.ownsSimulator = ownsSimulator;
        this.connections = scenario.answers
                .map(change -> new SdkConnections(settings(), new ChangedWire(simulator, change)))
                .orElseGet(() -> new SdkConnections(settings()));
        scenario.faults.forEach(simulator.faults()::add);
    }

    static Drill begin(DrillScenario scenario) {
        return new Drill(scenario, Simulator.start(SimulatorOptions.of(scenario.world.json())), true).begun();
    }

    static Drill beginIn(Drill earlier, DrillScenario scenario) {
        return new Drill(scenario, earlier.simulator, false).begun();
    }

    /** Another process takes up a copy of a drill's journal, as it is now. */
    static Drill resumeCopyOf(Drill original) {
        Drill copy = new Drill(original.scenario, original.simulator, false);
        attempt(() -> Files.copy(original.journal.path(), copy.journal.path()));
        copy.resume();
        return copy;
    }

    /** Advances drills at the same moment, and moves time to where the first of them wants to be asked again. */
    static void together(Drill... drills) {
        Optional<Instant> next = Optional.empty();
        for (Drill drill : drills) {
            Optional<Instant> wake = drill.execution.isFinished() ? Optional.empty() : drill.tick();
            next = Stream.concat(next.stream(), wake.stream()).min(Comparator.naturalOrder());
        }
        next.ifPresent(drills[0]::sleepUntil);
    }

    private SdkSettings settings() {
        CredentialSource source = scenario.credentials
                ? CredentialSource.keys(() -> new AccessKeys(scenario.keys.get(), "a-sample-key", Optional.empty()))
                : CredentialSource.provider(() -> () -> {
                    throw SdkClientException.create("There are none");
                });
        return SdkSettings.of(source)
                .withEndpoint(simulator.endpoint())
                .withClock(simulator.clock()::now)
                .withRoles(scenario.roles);
    }

    private Drill begun() {
        attempt(() -> execution = Execution.begin(journal.path(), scenario.first(), runtime(), this::heard));
        return this;
    }

    private void resume() {
        events.clear();
        attempt(() -> execution = Execution.resume(journal.path(), DrillScenario.ORIGIN, runtime(), this::heardAgain));
    }

    EngineRuntime runtime() {
        EngineRuntime runtime = scenario.runtime.apply(
                new EngineRuntime(connections, simulator.clock()::now, Runnable::run, EngineSettings.DEFAULT));
        clock = runtime.clock();
        return runtime;
    }

    /** After a crash nothing is asked again: what was asked before is in the journal, or was lost with the engine. */
    private void heardAgain(RecordedEvent event) {
        events.add(event);
        if (event.sequence() >= crashAfter) {
            throw new Killed();
        }
    }

    private void heard(RecordedEvent event) {
        events.add(event);
        if (event.sequence() >= crashAfter) {
            throw new Killed();
        }
        reactions.stream()
                .filter(reaction -> reaction.trigger().test(event.event()))
                .toList()
                .forEach(reaction -> reaction.request().accept(execution));
    }

    /** Makes a request of the execution whenever such an event comes. */
    Drill when(Predicate<ExecutionEvent> trigger, Consumer<Execution> request) {
        reactions.add(new Reaction(trigger, request));
        return this;
    }

    Drill cancelWhen(Predicate<ExecutionEvent> trigger) {
        return when(trigger, running -> running.cancel("tester", "No longer wanted."));
    }

    /** Kills the engine when that many events are on the disk, and goes on with a new one on the same journal. */
    Drill killAndResumeAfter(long event) {
        crashAfter = event;
        return this;
    }

    /** Closes the engine, lets time pass and goes on with a new one on the same journal. */
    Drill restartAfter(Duration pause) {
        close(execution);
        simulator.clock().advance(pause);
        resume();
        return this;
    }

    /** Closes the engine, cuts the journal off and goes on with a new one on it. */
    Drill restartWithTheFirst(long events) {
        close(execution);
        journal.keepLines(events);
        resume();
        return this;
    }

    /** Advances to the end, moving virtual time to each time that the engine asks for. */
    Drill run() {
        while (!execution.isFinished()) {
            Optional<Instant> wake = tick();
            if (!execution.isFinished()) {
                sleepUntil(wake.orElseThrow(() -> new AssertionError("It waits for a person: " + lastEvents())));
            }
        }
        return this;
    }

    /** Advances once, and moves virtual time to when the engine wants to be asked again. */
    Drill step() {
        tick().ifPresent(this::sleepUntil);
        return this;
    }

    /** Advances until such an event has come. */
    Drill runUntil(Predicate<ExecutionEvent> wanted) {
        while (events().stream().noneMatch(wanted)) {
            Optional<Instant> wake = tick();
            if (events().stream().noneMatch(wanted)) {
                sleepUntil(wake.orElseThrow(() -> new AssertionError("It waits or has ended: " + lastEvents())));
            }
        }
        return this;
    }

    /** Advances to the next time that the engine is killed, or to the end. */
    Drill runUntilKilledOrFinished() {
        while (crashAfter != Long.MAX_VALUE && !execution.isFinished()) {
            tick().ifPresent(this::sleepUntil);
        }
        return this;
    }

    /** Advances until nothing but a person can make it go on. */
    Drill runUntilItWaits() {
        for (Optional<Instant> wake = tick(); wake.isPresent(); wake = tick()) {
            sleepUntil(wake.get());
        }
        return this;
    }

    private Optional<Instant> tick() {
        if (++ticks > MOST_TICKS) {
            throw new AssertionError("Expected an end within " + MOST_TICKS + " ticks: " + lastEvents());
        }
        try {
            return execution.advance();
        } catch (Killed e) {
            close(execution);
            journal.keepLines(crashAfter);
            crashAfter = Long.MAX_VALUE;
            resume();
            return tick();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sleepUntil(Instant wake) {
        Instant now = clock.instant();
        if (!wake.isAfter(now)) {
            throw new AssertionError(
                    "Expected a wake-up to come, but got " + wake + " at " + now + ": " + lastEvents());
        }
        simulator.clock().advance(Duration.between(now, wake));
    }

    private String lastEvents() {
        return events.subList(Math.max(0, events.size() - 12), events.size()).stream()
                .map(RecordedEvent::toString)
                .reduce("", (one, other) -> one + "\n  " + other);
    }

    Execution execution() {
        return execution;
    }

    ExecutionState state() {
        return execution.state();
    }

    List<RecordedEvent> recorded() {
        return List.copyOf(events);
    }

    List<ExecutionEvent> events() {
        return events.stream().map(RecordedEvent::event).toList();
    }

    /** Events of one type, in order. */
    <E extends ExecutionEvent> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What really happened in AWS. */
    SimulatorRecord record() {
        return simulator.record();
    }

    SdkConnections connections() {
        return connections;
    }

    Simulator simulator() {
        return simulator;
    }

    Path journalFile() {
        return journal.path();
    }

    String journalText() {
        try {
            return Files.readString(journal.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(execution);
        connections.close();
        if (ownsSimulator) {
            simulator.close();
        }
        journal.delete();
    }

    private static void close(Execution one) {
        attempt(one::close);
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
