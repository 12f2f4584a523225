package io.jenkins.plugins.drs.engine.result;

import static io.jenkins.plugins.drs.engine.result.AuditSummary.Intervention.Kind;

import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.CancelRequested;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.EngineDelayed;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionResumed;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.LineUnreadable;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.StopRequested;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.event.WaveEvent.PauseDecided;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveReleased;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WavesClosed;
import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.result.AuditSummary.Intervention;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folds what befalls the execution as a whole, and what people do to it. */
final class RunFold {
    private final List<Line> unreadable = new ArrayList<>();
    private final List<Intervention> interventions = new ArrayList<>();
    private Optional<ExecutionStarted> started = Optional.empty();
    private Optional<ExecutionFinished> finished = Optional.empty();
    private Optional<Instant> startedAt = Optional.empty();
    private Optional<Instant> finishedAt = Optional.empty();
    private boolean simulated;
    private Optional<Endpoint> endpoint = Optional.empty();
    private boolean wavesBegun;

    /** A line of the journal that cannot be read. */
    record Line(long number, String type, String problem) {}

    RunFold(Handlers handlers) {
        handlers.on(ExecutionStarted.class, this::start);
        handlers.on(WavesBegun.class, (at, event) -> wavesBegun = true);
        handlers.on(ExecutionFinished.class, this::finish);
        handlers.ignore(EngineDelayed.class);
        handlers.onRecorded(
                LineUnreadable.class,
                (at, event) -> unreadable.add(new Line(at.sequence(), event.type(), event.problem())));
        handlers.on(TargetIdentified.class, this::identified);
        handlers.onRecorded(ExecutionResumed.class, this::resume);
        handlers.onRecorded(
                CancelRequested.class, (at, event) -> add(Kind.CANCEL_REQUESTED, at, event.by(), "", event.reason()));
        handlers.onRecorded(StopRequested.class, (at, event) -> add(Kind.STOP_REQUESTED, at, event.by(), "", ""));
        handlers.onRecorded(
                WaveReleased.class, (at, event) -> add(Kind.WAVE_RELEASED, at, event.by(), event.wave(), ""));
        handlers.onRecorded(WavesClosed.class, (at, event) -> add(Kind.WAVES_CLOSED, at, event.by(), "", ""));
        handlers.onRecorded(
                PauseDecided.class,
                (at, event) -> add(
                        event.approved() ? Kind.PAUSE_APPROVED : Kind.PAUSE_REJECTED,
                        at,
                        event.by(),
                        event.wave(),
                        ""));
    }

    List<Line> unreadable() {
        return List.copyOf(unreadable);
    }

    private void start(Instant at, ExecutionStarted event) {
        started = Optional.of(event);
        startedAt = Optional.of(at);
        simulated = event.origin().simulated();
    }

    /** Of several, one that is not AWS: then the whole proves nothing about AWS. */
    private void identified(Instant at, TargetIdentified event) {
        simulated |= event.endpoint().filter(Endpoint::simulates).isPresent();
        endpoint = endpoint.filter(it -> it.kind() != Endpoint.Kind.AWS)
                .or(event::endpoint)
                .or(() -> endpoint);
    }

    private void finish(Instant at, ExecutionFinished event) {
        finished = Optional.of(event);
        finishedAt = Optional.of(at);
    }

    private void resume(RecordedEvent at, ExecutionResumed event) {
        simulated |= event.origin().simulated();
        add(Kind.RESUMED, at, event.origin().startedBy(), "", event.origin().host());
    }

    private void add(Kind kind, RecordedEvent at, String by, String wave, String reason) {
        interventions.add(
                new Intervention(kind, at.at(), by, Texts.present(wave), Texts.present(reason), at.sequence()));
    }

    private ExecutionStarted first() {
        return started.orElseThrow(() ->
                new IllegalStateException("Expected ExecutionStarted as the first event, but it has not come yet"));
    }

    RunInfo info() {
        ExecutionStarted event = first();
        var origin = event.origin();
        RunOptions options = event.options();
        return new RunInfo(
                event.executionId(),
                event.planName(),
                event.mode(),
                new RunInfo.Starter(simulated, endpoint, origin.startedBy(), origin.host(), origin.toolVersion()),
                new RunInfo.Configuration(event.configurationHash(), document(event)),
                new RunInfo.Options(options.keepInstances(), options.waveByWave(), options.anyReplicationState()));
    }

    /** The bytes that the hash is of; empty when the configuration does not hold the plan. */
    private static Optional<String> document(ExecutionStarted event) {
        return event.configuration()
                .plan(event.planName())
                .map(plan -> PlanDocument.canonicalJson(event.configuration(), event.planName()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The plan that is run; empty when the configuration does not hold it. */
    Optional<RecoveryPlan> plan() {
        return started.flatMap(event -> event.configuration().plan(event.planName()));
    }

    Timing timing(Instant now) {
        return Timing.of(startedAt, finishedAt, now);
    }

    /** Whether anything could have been launched. */
    boolean wavesBegun() {
        return wavesBegun;
    }

    boolean ended() {
        return finished.isPresent();
    }

    Optional<ExecutionStatus> finalStatus() {
        return finished.map(event -> event.status());
    }

    Optional<String> reason() {
        return finished.flatMap(event -> Texts.present(event.reason()));
    }

    List<Intervention> interventions() {
        return interventions;
    }

    int resumed() {
        return (int) interventions.stream()
                .filter(intervention -> intervention.kind() == Kind.RESUMED)
                .count();
    }
}
