package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.result.CriticalPath.Kind;
import io.jenkins.plugins.drs.engine.result.CriticalPath.Step;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Walks back from the last validated server through the waves that each waited for, and then tells their steps in order. */
final class CriticalPathFinder {
    private final List<WaveResult> waves;
    private final List<ServerResult> servers;
    private final Timing run;
    private final Preflight preflight;
    private final List<Step> steps = new ArrayList<>();
    private Instant reached;

    CriticalPathFinder(List<WaveResult> waves, List<ServerResult> servers, Timing run, Preflight preflight) {
        this.waves = waves;
        this.servers = servers;
        this.run = run;
        this.preflight = preflight;
        this.reached = run.started().orElse(Instant.EPOCH);
    }

    CriticalPath find() {
        Optional<WaveResult> last = lastWave();
        if (run.started().isEmpty()) {
            return CriticalPath.NONE;
        }
        step(Kind.PREFLIGHT, "", "", preflight.timing().last());
        Optional<Instant> recovered = Servers.lastValidated(servers);
        last.ifPresent(wave -> chain(wave).forEach(link -> wave(link, recovered.orElse(run.last()))));
        return CriticalPath.of(recovered.isPresent(), steps);
    }

    /** The wave of the server that was validated last; before all are, the wave that got furthest. */
    private Optional<WaveResult> lastWave() {
        if (Servers.allValidated(servers)) {
            return servers.stream()
                    .max(Comparator.comparing(server -> server.launch().timing().last()))
                    .flatMap(server -> wave(server.identity().wave()));
        }
        return waves.stream()
                .filter(wave -> wave.progress().timing().started().isPresent())
                .max(Comparator.comparing(wave -> wave.progress().timing().last()));
    }

    private Optional<WaveResult> wave(String name) {
        return waves.stream().filter(wave -> wave.waveName().equals(name)).findFirst();
    }

    /** The wave with those before it that it had to wait for longest, first to last. */
    private Deque<WaveResult> chain(WaveResult last) {
        Deque<WaveResult> chain = new ArrayDeque<>();
        for (Optional<WaveResult> wave = Optional.of(last); wave.isPresent(); wave = waitedFor(wave.get())) {
            chain.addFirst(wave.get());
        }
        return chain;
    }

    private Optional<WaveResult> waitedFor(WaveResult wave) {
        return wave.position().dependsOn().stream()
                .flatMap(name -> wave(name).stream())
                .filter(before -> before.progress().timing().started().isPresent())
                .max(Comparator.comparing(before -> before.progress().timing().last()));
    }

    private void wave(WaveResult wave, Instant until) {
        for (WaveResult.Phase phase : wave.phases()) {
            Instant from = phase.timing().started().orElse(until);
            if (!from.isBefore(until)) {
                return;
            }
            step(Kind.HANDOVER, wave.waveName(), "", from);
            phase(wave, phase.status(), earlier(phase.timing().last(), until));
        }
    }

    private void phase(WaveResult wave, WaveStatus status, Instant end) {
        switch (status) {
            case PAUSED -> step(Kind.PAUSE, wave.waveName(), "", end);
            case PRE_ACTIONS -> runbooks(wave, wave.actions().preWaveActions(), end);
            case LAUNCHING -> launch(wave, end);
            case VALIDATING -> step(Kind.VALIDATE, wave.waveName(), "", end);
            case POST_ACTIONS -> runbooks(wave, wave.actions().postWaveActions(), end);
            default -> step(Kind.HANDOVER, wave.waveName(), "", end);
        }
    }

    private void runbooks(WaveResult wave, List<ActionResult> actions, Instant end) {
        for (ActionResult action : actions) {
            action.timing().started().ifPresent(started -> {
                step(Kind.HANDOVER, wave.waveName(), "", earlier(started, end));
                Instant seen = earlier(action.timing().last(), end);
                Instant over = action.progress().endedInAws().orElse(seen);
                step(Kind.RUNBOOK, wave.waveName(), action.name(), earlier(over, seen));
                step(Kind.NOTICE, wave.waveName(), action.name(), seen);
            });
        }
        step(Kind.HANDOVER, wave.waveName(), "", end);
    }

    /** The job that ended last made the wave wait. */
    private void launch(WaveResult wave, Instant end) {
        Optional<JobResult.Summary> slowest = wave.jobs().drsJobs().stream()
                .map(JobResult::summary)
                .max(Comparator.comparing(job -> job.timing().last()));
        slowest.ifPresent(job -> {
            step(
                    Kind.PREPARE,
                    wave.waveName(),
                    "",
                    earlier(job.timing().started().orElse(end), end));
            step(Kind.LAUNCH, wave.waveName(), job.jobId(), earlier(job.timing().last(), end));
        });
        step(slowest.isPresent() ? Kind.NOTICE : Kind.PREPARE, wave.waveName(), "", end);
    }

    /** Goes on to {@code to}; what lies before the end of the step before it takes no time. */
    private void step(Kind kind, String wave, String name, Instant to) {
        if (to.isAfter(reached)) {
            Timing timing = Timing.of(Optional.of(reached), Optional.of(to), to);
            steps.add(new Step(kind, Texts.present(wave), Texts.present(name), timing));
            reached = to;
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
