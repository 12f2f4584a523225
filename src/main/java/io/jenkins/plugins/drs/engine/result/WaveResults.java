package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionNotStarted;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionObserved;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionSecretsResolved;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStartRepeated;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopped;
import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Folds what befalls each action. */
    static final class ActionFold {
        private final Map<ActionRef, ActionTrack> actions = new LinkedHashMap<>();

        ActionFold(Handlers handlers) {
            handlers.on(
                    ActionIntended.class, (at, event) -> track(event.action()).intended(at, event));
            handlers.on(
                    ActionStarted.class, (at, event) -> track(event.action()).started(event.automationExecutionId()));
            handlers.on(
                    ActionObserved.class, (at, event) -> track(event.action()).observed(event));
            handlers.on(ActionEnded.class, (at, event) -> track(event.action()).ended(at, event));
            handlers.ignore(ActionStopIntended.class);
            handlers.ignore(ActionStopped.class);
            handlers.ignore(ActionNotStarted.class);
            handlers.ignore(ActionSecretsResolved.class);
            handlers.ignore(ActionStartRepeated.class);
        }

        /** Takes in the actions that the plan names for a wave. */
        void plan(Wave wave) {
            plan(wave.waveName(), ActionPhase.PRE, wave.preWaveActions());
            plan(wave.waveName(), ActionPhase.POST, wave.postWaveActions());
        }

        private void plan(String wave, ActionPhase phase, List<AutomationAction> planned) {
            for (int index = 0; index < planned.size(); index++) {
                track(new ActionRef(wave, phase, index)).planned(planned.get(index));
            }
        }

        private ActionTrack track(ActionRef action) {
            return actions.computeIfAbsent(action, key -> new ActionTrack());
        }

        /** Actions of a wave, in plan order. */
        List<ActionResult> of(String wave, ActionPhase phase, BiFunction<ActionRef, ActionTrack, ActionResult> result) {
            return actions.entrySet().stream()
                    .filter(entry ->
                            entry.getKey().wave().equals(wave) && entry.getKey().phase() == phase)
                    .sorted(Comparator.comparingInt(entry -> entry.getKey().index()))
                    .map(entry -> result.apply(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }
}
