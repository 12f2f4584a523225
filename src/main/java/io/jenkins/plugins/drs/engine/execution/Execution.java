package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.CancelRequested;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionResumed;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.LineUnreadable;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.StopRequested;
import io.jenkins.plugins.drs.engine.event.Origin;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.WaveEvent.PauseDecided;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveReleased;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WavesClosed;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One run of a recovery plan on its journal.
 *
 * <p>A host calls {@link #advance()}, waits until the time that this answers, and calls again. Only one thread may do
 * so at a time; requests such as {@link #cancel} may come from any thread and are taken up by the next advance.
 */
public final class Execution implements AutoCloseable {
    private final EventLog log;
    private final ExecutionState state;
    private final RunLoop loop;
    private final Requests requests = new Requests();

    private Execution(EventLog log, ExecutionState state, EngineRuntime runtime, Consumer<RecordedEvent> listener) {
        this.log = log;
        this.state = state;
        this.loop = new RunLoop(log, state, runtime, requests, listener);
    }

    /**
     * Begins a new execution.
     *
     * @param journal a file that is empty or not there yet
     * @param listener hears of each event after it is on the disk, on the thread that advances
     * @throws IOException when the journal cannot be written, is in use, or holds an execution already
     */
    public static Execution begin(
            Path journal, ExecutionStarted first, EngineRuntime runtime, Consumer<RecordedEvent> listener)
            throws IOException {
        ExecutionState state = new ExecutionState();
        EventLog log = EventLog.open(journal, runtime.disk(), state::apply);
        if (!log.isEmpty()) {
            log.close();
            throw new IOException("Journal " + journal + " holds an execution already. Resume it, or use another "
                    + "folder for a new one.");
        }
        return opened(log, state, runtime, listener, loop -> loop.open(first));
    }

    /**
     * Goes on with an execution that was interrupted. Its earlier events go to {@code listener} first. The first advances find out
     * whether it is where it began, before anything is journalled or called.
     *
     * @throws WrongPlaceException when it began in a simulator and this is none, or the other way round
     * @throws IOException when the journal cannot be read or written, is in use, damaged or empty
     */
    public static Execution resume(Path journal, Origin origin, EngineRuntime runtime, Consumer<RecordedEvent> listener)
            throws IOException {
        ExecutionState state = new ExecutionState();
        EventLog log = EventLog.open(journal, runtime.disk(), event -> {
            state.apply(event);
            listener.accept(event);
        });
        if (log.isEmpty()) {
            log.close();
            throw new IOException("Journal " + journal + " is empty, so there is nothing to resume.");
        }
        Optional<LineUnreadable> lost =
                state.unreadable().stream().filter(line -> !line.isToldAgain()).findFirst();
        if (lost.isPresent() && state.phase() != Phase.FINISHED) {
            log.close();
            throw new IOException("Journal " + journal + " cannot be gone on with: a line of it ("
                    + lost.get().type() + ") cannot be read, and AWS does not tell what it told. "
                    + lost.get().problem());
        }
        boolean simulated = state.started().origin().simulated();
        if (simulated != origin.simulated() && state.phase() != Phase.FINISHED) {
            log.close();
            throw new WrongEnvironmentException(
                    true,
                    "Execution " + state.started().executionId() + " began "
                            + (simulated
                                    ? "in a simulator, but now calls do not go to one."
                                    : "without a simulator, but now calls go to one.")
                            + " Nothing was called, and nothing was changed.");
        }
        return opened(log, state, runtime, listener, loop -> loop.reopen(new ExecutionResumed(origin)));
    }

    @FunctionalInterface
    private interface Opening {
        void open(RunLoop loop) throws IOException;
    }

    private static Execution opened(
            EventLog log,
            ExecutionState state,
            EngineRuntime runtime,
            Consumer<RecordedEvent> listener,
            Opening opening)
            throws IOException {
        Execution execution = new Execution(log, state, runtime, listener);
        try {
            if (state.phase() != Phase.FINISHED) {
                opening.open(execution.loop);
            }
            return execution;
        } catch (IOException | RuntimeException | Error e) {
            log.close();
            throw e;
        }
    }

    /**
     * Does everything that is due now.
     *
     * @return when to call again; empty when the execution has ended or waits for a person
     * @throws WrongPlaceException when a resumed execution is not where it began, or nobody can tell: nothing was changed
     * @throws IOException when the journal cannot be written: nothing more is done in AWS then
     */
    public Optional<Instant> advance() throws IOException {
        return loop.advance();
    }

    /** Why a resumed execution does not go on yet, as a sentence; empty when nothing is in the way. */
    public Optional<String> obstacle() {
        return loop.obstacle();
    }

    /** Asks to stop what can be stopped and to clean up. */
    public void cancel(String by, String reason) {
        requests.add(new CancelRequested(by, reason));
    }

    /** Asks to end at once and to name what is left running. */
    public void stop(String by) {
        requests.add(new CancelRequested(by, "Stopped at once by " + by + "."));
        requests.add(new StopRequested(by));
    }

    /**
     * Lets a wave start, where waves wait to be released.
     *
     * @throws IllegalArgumentException when the plan has no such wave; its message names those that it has
     */
    public void release(String wave, String by) {
        requests.add(new WaveReleased(known(wave), by));
    }

    /** Says that no further wave will be released. */
    public void closeWaves(String by) {
        requests.add(new WavesClosed(by));
    }

    /**
     * Answers the pause before a wave.
     *
     * @throws IllegalArgumentException when the plan has no such wave; its message names those that it has
     */
    public void decidePause(String wave, boolean approved, String by) {
        requests.add(new PauseDecided(known(wave), approved, by));
    }

    /** The wave's name as the plan writes it. The plan of an open execution never changes, so any thread may ask. */
    private String known(String wave) {
        RecoveryPlan plan = state.plan();
        List<String> names = plan.waves().stream().map(Wave::waveName).toList();
        return names.stream()
                .filter(name -> name.equalsIgnoreCase(wave))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected a wave of plan '" + plan.planName()
                        + "' (one of " + String.join(", ", names) + "), but got '" + wave + "'"));
    }

    /** Has {@code wake} called whenever a request came in, so that the host need not wait until the time it was told. */
    public void onRequest(Runnable wake) {
        requests.onAdd(wake);
    }

    /** Has values hidden that the host takes for secret, besides those that references of the plan stand for. */
    public void hide(Collection<String> values) {
        loop.hide(values);
    }

    /** The id that its first event gave it. */
    public String id() {
        return state.started().executionId();
    }

    public boolean isFinished() {
        return state.phase() == Phase.FINISHED;
    }

    /** The state as of the last advance; to be read by the thread that advances. */
    public ExecutionState state() {
        return state;
    }

    /** Hash of the journal's last line. */
    public String journalHash() {
        return log.lastHash();
    }

    @Override
    public void close() throws IOException {
        loop.leave();
        log.close();
    }
}
