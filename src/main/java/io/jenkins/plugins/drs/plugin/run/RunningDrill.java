package io.jenkins.plugins.drs.plugin.run;

import hudson.model.Run;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.execution.EngineRuntime;
import io.jenkins.plugins.drs.engine.execution.EngineSettings;
import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An execution that is under way: advances it when it is due, and passes on what happens. */
final class RunningDrill implements DrillHandle, ExecutionView {
    private static final Logger LOGGER = Logger.getLogger(RunningDrill.class.getName());
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(10);
    private static final int MOST_DEFECTS = 6;

    private final Path folder;
    private final AtomicReference<BuildSide> side;
    private final DrillFold fold = new DrillFold();
    private final DrillConsole console;
    private final DrillAudience audience;
    private final DrillTime time;
    private final MaskedValues masked;
    private final SdkConnections connections;
    private final Execution execution;
    private final PeriodicTask pulse;
    private final long toldAlready;
    private final Consumer<RunningDrill> whenOver;
    private final StuckDrills stuck;
    private int defects;
    private volatile StoredRequest request;
    private volatile boolean cancelled;
    private volatile boolean over;
    private volatile boolean abandoned;

    RunningDrill(DrillSetting setting, DrillSetting.Opening opening, Consumer<RunningDrill> whenOver)
            throws IOException {
        this.request = setting.request();
        this.folder = setting.folder();
        this.toldAlready = setting.toldAlready();
        this.side = new AtomicReference<>(setting.side());
        this.whenOver = whenOver;
        this.stuck = setting.stuck();
        this.console = new DrillConsole(toldAlready);
        this.audience = new DrillAudience(this, console, setting.threads().files());
        BuildSide current = BuildSide.following(side::get);
        var environment = setting.environments().open(request.access(), current, setting.configuration());
        this.time = environment.time();
        this.pulse = new PeriodicTask(setting.threads().advance(), this::beat);
        console.attach(setting.side().log());
        this.masked = MaskedValues.of(folder, setting.side());
        this.connections = new SdkConnections(environment.sdk());
        try {
            this.execution = opening.open(
                    new EngineRuntime(
                            masked.through(connections),
                            time,
                            setting.threads().calls(),
                            EngineSettings.DEFAULT.atScale(time.scale()),
                            setting.others(),
                            environment.shared()),
                    this::happened);
        } catch (IOException | RuntimeException e) {
            connections.close();
            throw e;
        }
        ExecutionFolders.begun(folder);
        execution.hide(setting.secrets(masked));
        execution.onRequest(pulse::wake);
    }

    /** Begins to advance. */
    void go() {
        audience.started(toldAlready == 0);
        pulse.wake();
    }

    /** Lets a step listen, such as the one that began it and was loaded again after a restart. */
    void attach(BuildSide newSide, DrillCallback callback) {
        side.set(newSide);
        masked.add(newSide.masked().get());
        execution.hide(masked.values());
        console.attach(newSide.log());
        audience.add(callback);
        pulse.wake();
    }

    void listen(DrillCallback callback) {
        audience.add(callback);
    }

    private Optional<Duration> beat() {
        if (over) {
            return Optional.empty();
        }
        try {
            Optional<Instant> due = execution.advance();
            defects = 0;
            console.tellObstacle(execution.obstacle());
            if (!execution.isFinished()) {
                return withinTheLimit(due).map(time::realTimeUntil);
            }
            end();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return trouble(e);
        } catch (Error e) { // thrown on, it would stop the pulse and leave the build waiting for ever
            return trouble(new IllegalStateException(e.toString(), e));
        }
    }

    /** Cancels when the time for all of it is over; says when to look again. */
    private Optional<Instant> withinTheLimit(Optional<Instant> due) {
        Optional<Instant> end = cancelled ? Optional.empty() : request.limit(execution.state());
        if (end.filter(limit -> !time.instant().isBefore(limit)).isPresent()) {
            cancel("Jenkins", Messages.cancelled_timeLimit());
            return due;
        }
        return end.filter(limit -> due.isEmpty() || limit.isBefore(due.get())).or(() -> due);
    }

    /** A journal that cannot be written ends it here at once; anything else is tried again for a minute. */
    private Optional<Duration> trouble(Exception problem) {
        if (abandoned) { // its calls were interrupted and its journal was closed; its step must not fail for that
            return Optional.empty();
        }
        boolean isNew = defects++ == 0 && !stuck.has(executionId());
        if (!(problem instanceof IOException) && defects < MOST_DEFECTS) {
            LOGGER.log(isNew ? Level.WARNING : Level.FINE, problem, () -> "A defect in execution " + executionId());
            console.tell(Messages.console_tryingAgain(problem.getMessage()));
            return Optional.of(AFTER_DEFECT);
        }
        close();
        IOException told = StoppedDrill.of(execution, folder, problem);
        stuck.add(request, told);
        whenOver.accept(this);
        audience.broken(told);
        return Optional.empty();
    }

    private void end() throws IOException {
        DrillResult result = fold.end(execution.journalHash());
        close();
        audience.finished(result, () -> whenOver.accept(this));
    }

    /** Leaves it as it is in its journal. */
    void abandon() {
        abandoned = true;
        close();
    }

    private void close() {
        over = true;
        pulse.stop();
        try {
            execution.close();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The journal of " + executionId() + " cannot be closed", e);
        }
        connections.close();
    }

    private void happened(RecordedEvent recorded) {
        fold.accept(recorded);
        console.accept(recorded);
        boolean isNew = recorded.sequence() > toldAlready;
        if (isNew) {
            stuck.remove(executionId());
        }
        audience.hear(recorded.event(), isNew);
    }

    /** Whether it was taken up after a restart and no step has asked for it yet. */
    boolean isUnclaimed() {
        return toldAlready > 0 && !audience.hasSteps();
    }

    StoredRequest request() {
        return request;
    }

    @Override
    public Optional<Run<?, ?>> build() {
        return side.get().build();
    }

    /** Goes on without the build, which was deleted. */
    void lose(StoredRequest lost, String why) {
        request = lost;
        detach(why);
    }

    /** Goes on without the build, which is gone or over. */
    void detach(String why) {
        side.set(side.get().silentIn(request.build().find()));
        if (!cancelled && !over) {
            Level level = stuck.has(executionId()) ? Level.FINE : Level.INFO;
            LOGGER.log(level, () -> "Cancelling execution " + executionId() + " of " + request.build() + ": " + why);
            cancel("Jenkins", why);
        }
    }

    @Override
    public String executionId() {
        return request.executionId();
    }

    @Override
    public void cancel(String by, String reason) {
        cancelled = true;
        execution.cancel(by, reason);
    }

    @Override
    public void stop(String by) {
        cancelled = true;
        execution.stop(by);
    }

    @Override
    public void release(String wave, String by) {
        requireWave(wave);
        execution.release(wave, by);
    }

    @Override
    public void closeWaves(String by) {
        execution.closeWaves(by);
    }

    @Override
    public void decidePause(String wave, boolean approved, String by) {
        requireWave(wave);
        if (fold.pausedWaves().contains(wave)) {
            execution.decidePause(wave, approved, by);
        }
    }

    /** What was asked for is journalled, and a journal that names a wave which the plan does not have is of no use. */
    private void requireWave(String wave) {
        boolean known = fold.result().flatMap(result -> result.wave(wave)).isPresent();
        if (!known) {
            throw new IllegalArgumentException(
                    "Expected a wave of " + executionId() + ", but there is none named '" + wave + "'");
        }
    }

    @Override
    public String statusText() {
        return fold.statusText();
    }

    @Override
    public boolean toSimulator() {
        return request.access().simulated();
    }

    @Override
    public DrillRecord record() {
        return request.record();
    }

    @Override
    public Optional<DrillResult> result() {
        return fold.result();
    }

    @Override
    public boolean isRunning() {
        return !over;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public List<String> pausedWaves() {
        return fold.pausedWaves();
    }

    @Override
    public Optional<DrillHandle> handle() {
        return over ? Optional.empty() : Optional.of(this);
    }
}
