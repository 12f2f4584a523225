package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.UnfitEventException;
import io.jenkins.plugins.drs.engine.result.WaveResults.ActionFold;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Folds events into a result as they come. Not safe for use by several threads.
 *
 * <p>{@link #result()} may be asked at any time from the first event on; it tells how things stood at the last event.
 */
public final class ResultCollector {
    private final Handlers handlers = new Handlers();
    private final RunFold run = new RunFold(handlers);
    private final PreflightFold preflight = new PreflightFold(handlers);
    private final WaveFold waves = new WaveFold(handlers);
    private final ActionFold actions = new ActionFold(handlers);
    private final JobFold jobs = new JobFold(handlers);
    private final ServerFold servers = new ServerFold(handlers);
    private final CleanupFold cleanup = new CleanupFold(handlers);
    private final CallFold calls = new CallFold(handlers);
    private final EvidenceFold evidence = new EvidenceFold();
    private long events;
    private Instant now = Instant.EPOCH;

    public ResultCollector() {
        handlers.on(ExecutionStarted.class, (at, event) -> run.plan().ifPresent(plan -> {
            waves.plan(plan);
            plan.waves().forEach(actions::plan);
        }));
    }

    /** Takes in the next event. Events come in the order of the journal. */
    public void accept(RecordedEvent event) {
        try {
            handlers.accept(event);
            evidence.accept(event);
        } catch (RuntimeException e) {
            throw new UnfitEventException(event, e);
        }
        events++;
        now = event.at().isAfter(now) ? event.at() : now;
    }

    /**
     * The result as of the last event.
     *
     * @throws IllegalStateException when no {@code ExecutionStarted} has come yet
     */
    public DrillResult result() {
        return result(Optional.empty());
    }

    /** The result as of the last event, naming the hash of the journal's last line. */
    public DrillResult result(String lastHash) {
        return result(Optional.of(lastHash));
    }

    private DrillResult result(Optional<String> lastHash) {
        RunInfo info = run.info();
        Timing timing = run.timing(now);
        List<ServerResult> serverResults = serverResults(info);
        List<WaveResult> waveResults = waveResults(timing, serverResults);
        Preflight checks = preflight.result(timing, now);
        CleanupResult cleaned =
                cleanup.result(timing, info.mode(), serverResults, preflight::place, evidence.cleanup());
        VerdictMaker judge = new VerdictMaker(run, now, serverResults);
        return new DrillResult(
                DrillResult.SCHEMA_VERSION,
                info,
                judge.judge(
                        waves.paused(), findings(judge, checks, waveResults, serverResults, cleaned), evidence.run()),
                checks,
                serverResults,
                waveResults,
                cleaned,
                new CriticalPathFinder(waveResults, serverResults, timing, checks).find(),
                audit(lastHash));
    }

    private List<ServerResult> serverResults(RunInfo info) {
        boolean notReached = run.ended() && info.mode().launches();
        var clock = new ServerResults.Clock(now, notReached, run.plan().flatMap(plan -> plan.rpo()));
        ServerResults results = new ServerResults(jobs, cleanup, preflight::place, clock, evidence);
        return servers.servers().stream().map(results::of).toList();
    }

    private List<WaveResult> waveResults(Timing timing, List<ServerResult> serverResults) {
        WaveResults results = new WaveResults(jobs, actions, preflight::place, timing, evidence);
        Map<String, List<ServerResult>> byWave = serverResults.stream()
                .collect(Collectors.groupingBy(
                        server -> server.identity().wave(), LinkedHashMap::new, Collectors.toList()));
        return waves.waves().stream()
                .map(wave ->
                        results.of(wave, byWave.getOrDefault(wave.position().waveName(), List.of())))
                .toList();
    }

    private List<Finding> findings(
            VerdictMaker judge,
            Preflight checks,
            List<WaveResult> waveResults,
            List<ServerResult> serverResults,
            CleanupResult cleaned) {
        Findings found = new Findings();
        run.unreadable().forEach(found::line);
        found.cleanup(cleaned);
        found.preflight(checks);
        found.servers(serverResults);
        waveResults.forEach(found::wave);
        if (checks.count(CheckStatus.FAILED) == 0) {
            found.calls(calls.failures());
            found.objective("Recovery time (RTO)", judge.rto());
            found.objective("Recovery point (RPO)", judge.rpo());
        }
        run.reason()
                .filter(reason -> found.isEmpty())
                .ifPresent(reason -> found.add(
                        Finding.Area.EXECUTION,
                        reason,
                        "See the audit trail for what led to it.",
                        run.info().planName()));
        return found.all();
    }

    private AuditSummary audit(Optional<String> lastHash) {
        return new AuditSummary(
                run.interventions(),
                run.resumed(),
                List.copyOf(calls.calls()),
                calls.failures(),
                new AuditSummary.JournalInfo(events, lastHash),
                calls.trail(preflight::place));
    }

    /** Types of events that are folded, or passed over on purpose. */
    static Set<Class<? extends ExecutionEvent>> types() {
        return new ResultCollector().handlers.types();
    }
}
