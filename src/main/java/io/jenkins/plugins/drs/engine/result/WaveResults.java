package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Puts together the results of waves from what was folded of them, of their servers, jobs and actions. */
final class WaveResults {
    private final JobFold jobs;
    private final ActionFold actions;
    private final UnaryOperator<Target> places;
    private final Timing run;
    private final Instant now;
    private final EvidenceFold evidence;

    WaveResults(JobFold jobs, ActionFold actions, UnaryOperator<Target> places, Timing run, EvidenceFold evidence) {
        this.jobs = jobs;
        this.actions = actions;
        this.places = places;
        this.run = run;
        this.now = run.last();
        this.evidence = evidence;
    }

    WaveResult of(WaveTrack wave, List<ServerResult> servers) {
        return new WaveResult(
                wave.position(),
                new WaveResult.Progress(wave.status(), wave.reason(), wave.timing(now), rto(wave, servers)),
                counts(servers),
                wave.phases(now),
                actions(wave),
                jobs(wave),
                evidence.wave(wave.position().waveName()));
    }

    private static Objective rto(WaveTrack wave, List<ServerResult> servers) {
        Optional<Duration> reached = wave.started()
                .flatMap(start -> Servers.lastValidated(servers).map(last -> Timing.between(start, last)));
        return Objective.compared(Optional.empty(), reached);
    }

    private static WaveResult.Counts counts(List<ServerResult> servers) {
        return new WaveResult.Counts(
                servers.size(),
                (int) servers.stream().filter(Servers::launched).count(),
                Servers.count(servers, ServerResult.Status.VALIDATED),
                Servers.count(servers, ServerResult.Status.FAILED),
                Servers.count(servers, ServerResult.Status.NOT_REACHED));
    }

    private WaveResult.Actions actions(WaveTrack wave) {
        boolean ended = wave.status().ended() || run.ended().isPresent();
        BiFunction<ActionRef, ActionTrack, ActionResult> result =
                (ref, action) -> action.result(ended, places, now, evidence.action(ref));
        String name = wave.position().waveName();
        return new WaveResult.Actions(
                actions.of(name, ActionPhase.PRE, result), actions.of(name, ActionPhase.POST, result));
    }

    private WaveResult.Jobs jobs(WaveTrack wave) {
        List<JobResult> all = jobs.ofWave(wave.position().waveName()).stream()
                .map(job -> job.result(
                        places.apply(job.intent().target()),
                        now,
                        evidence.launch(job.intent().launchId())))
                .toList();
        return new WaveResult.Jobs(all.stream().findFirst().map(JobResult::summary), all);
    }
}
