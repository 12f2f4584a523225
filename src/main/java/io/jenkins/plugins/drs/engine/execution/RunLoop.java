package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.EventTexts;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.EngineDelayed;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.EffectRunner;
import io.jenkins.plugins.drs.engine.execution.core.EngineTime;
import io.jenkins.plugins.drs.engine.execution.preflight.PlanWords;
import io.jenkins.plugins.drs.engine.redaction.Redaction;
import io.jenkins.plugins.drs.engine.redaction.Redaction.KnownSecrets;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Decides, journals intents, performs effects and journals outcomes, until nothing is due. */
final class RunLoop {
    /** No effect is due so often at one moment; one that is has not told the state that it was done. */
    private static final int MOST_REPEATS = 100;

    /** So many outcomes are taken in before it is decided anew: deciding looks at every server. */
    private static final int MOST_AT_ONCE = 250;

    /** How long the next outcome is waited for once there is one, in real time: to decide and to write costs more. */
    private static final long GATHER_MILLIS = 2;

    /** A host that calls later than this was not just busy. */
    private static final Duration DELAY = Duration.ofMinutes(1);

    private final EventLog log;
    private final ExecutionState state;
    private final EngineTime time;
    private final Decider decider;
    private final KnownSecrets secrets;
    private PlanWords planWords;
    private final Sharing sharing;
    private final Pacing pacing;
    private final RunningEffects underway;
    private final long patienceMillis;
    private final Duration nextLook;
    private final Requests requests;
    private final Consumer<RecordedEvent> listener;
    private Optional<Instant> due;
    private Optional<EnvironmentCheck> unproven = Optional.empty();
    private Duration leapsNoted;

    RunLoop(
            EventLog log,
            ExecutionState state,
            EngineRuntime runtime,
            Requests requests,
            Consumer<RecordedEvent> listener) {
        this.log = log;
        this.state = state;
        this.time = new EngineTime(runtime.clock(), state.lastEventAt());
        this.due = Optional.of(time.instant());
        this.leapsNoted = time.leapt();
        this.decider = new Deciders(runtime.settings(), runtime.others());
        Places places = new Places(state);
        this.sharing = new Sharing(runtime, state, places, requests::wake);
        this.pacing = new Pacing(runtime.shared().pacer(), sharing, places, time);
        this.secrets = new KnownSecrets(this::isInPlan);
        SecretMemory memory = new SecretMemory(secrets);
        AwsConnections connections =
                sharing.through(runtime.connections(), time).with(access -> access.withSecrets(memory::over));
        this.underway = new RunningEffects(
                new EffectRunner(connections, runtime.settings().retries(), time, pacing::called),
                runtime.executor(),
                requests::wake);
        this.patienceMillis = runtime.settings().timing().patience().toMillis();
        this.nextLook = runtime.settings().timing().nextLook();
        this.requests = requests;
        this.listener = listener;
    }

    /** Does what is due, and answers when it wants to be called again. */
    Optional<Instant> advance() throws IOException {
        if (unproven.isPresent()) {
            Optional<Instant> next = find(unproven.get());
            if (unproven.isPresent()) {
                return next.map(time::toClock);
            }
        }
        noteAbsence(due);
        try {
            due = work();
        } catch (RuntimeException e) {
            throw secrets.redaction().of(e);
        }
        if (state.phase() == Phase.FINISHED) {
            sharing.leave();
        } else {
            sharing.await();
        }
        return due.map(time::toClock);
    }

    /** Has no part any more in what executions share. */
    void leave() {
        sharing.leave();
    }

    /**
     * Time in which nothing could be done must not end anything: that of a suspended machine, and that by which a clock
     * was set forward, which looks just like it.
     *
     * @param asked when the host should have called; empty when it did not have to
     * @return whether there was any since the last time
     */
    private boolean noteAbsence(Optional<Instant> asked) throws IOException {
        Instant now = time.instant();
        Optional<EngineDelayed> absence = state.phase() == Phase.FINISHED ? Optional.empty() : absence(asked, now);
        write(now, absence.stream().toList());
        return absence.isPresent();
    }

    private Optional<EngineDelayed> absence(Optional<Instant> asked, Instant now) {
        Duration leapt = time.leapt();
        Optional<Instant> late = asked.filter(due -> due.plus(DELAY).isBefore(now));
        if (leapt.equals(leapsNoted) && late.isEmpty()) {
            return Optional.empty();
        }
        Instant leap = now.minus(leapt.minus(leapsNoted));
        leapsNoted = leapt;
        return Optional.of(new EngineDelayed(late.filter(leap::isAfter).orElse(leap)));
    }

    private Optional<Instant> work() throws IOException {
        Map<String, Integer> performed = new HashMap<>();
        while (state.phase() != Phase.FINISHED) {
            record(requests.take());
            takeOutcomes(0);
            Instant now = time.instant(); // one moment for all of it: what is due now is due for everybody
            if (noteAbsence(Optional.empty())) {
                continue;
            }
            record(sharing.news(now, underway.keys()));
            Decision decision = new Decision(state, now, underway.keys());
            decider.decide(state, now, decision);
            if (decision.hasEvents()) {
                record(decision.events());
                continue;
            }
            Pacing.Admitted admitted = pacing.admit(decision.effects());
            if (!admitted.effects().isEmpty()) {
                begin(admitted.effects(), performed, leapsNoted);
            } else if (underway.isEmpty()) {
                return admitted.orEarlier(decision.wakeTime());
            } else if (!takeOutcomes(patienceMillis) && underway.leave()) {
                Instant soon = time.instant().plus(nextLook);
                return Optional.of(admitted.orEarlier(decision.wakeTime())
                        .filter(soon::isAfter)
                        .orElse(soon));
            }
        }
        return Optional.empty();
    }

    /** @param leaptBefore what the clock had leapt when it was decided on them: their limits know of no later leap */
    private void begin(List<Effect> effects, Map<String, Integer> performed, Duration leaptBefore) throws IOException {
        for (Effect effect : effects) {
            if (performed.merge(effect.key(), 1, Integer::sum) > MOST_REPEATS) {
                throw new IllegalStateException("Expected effect '" + effect.key()
                        + "' to change the state, but it was due " + MOST_REPEATS + " times at " + time.instant());
            }
        }
        record(effects.stream().flatMap(effect -> effect.intent().stream()).toList());
        for (Effect effect : effects) {
            int failures = state.effect(effect.gate()).failures();
            underway.begin(effect, failures, leaptBefore, state.causes().of(effect.about()));
            if (!effect.intent().isEmpty()) {
                takeOutcomes(0);
            }
        }
    }

    /**
     * Journals what came of effects that have ended.
     *
     * @param millis how long the next one is waited for, in real time
     * @return whether one had ended
     */
    private boolean takeOutcomes(long millis) throws IOException {
        List<ExecutionEvent> outcomes = new ArrayList<>();
        int taken = 0;
        while (!underway.isEmpty() && taken < MOST_AT_ONCE) {
            List<ExecutionEvent> outcome = underway.take(taken == 0 ? millis : Math.min(millis, GATHER_MILLIS));
            if (outcome == null) {
                break;
            }
            outcomes.addAll(outcome);
            taken++;
        }
        record(StaleEvents.without(outcomes, state)); // one write to the disk for all of them
        return taken > 0;
    }

    /** Goes on with {@code first} once every target was found to be what it was. */
    void reopen(ExecutionEvent first) throws IOException {
        EnvironmentCheck places = new EnvironmentCheck(state, first, pacing);
        if (places.isDone()) {
            open(first);
        } else {
            unproven = Optional.of(places);
        }
    }

    /** Why a resumed execution does not go on yet, as a sentence; empty when nothing is in the way. */
    Optional<String> obstacle() {
        return unproven.flatMap(EnvironmentCheck::obstacle).map(secrets.redaction()::of);
    }

    private Optional<Instant> find(EnvironmentCheck places) throws IOException {
        if (requests.isStopAsked()) {
            places.stop();
        }
        Optional<Instant> next;
        try {
            next = places.find(underway, time, leapsNoted, patienceMillis, nextLook);
        } catch (WrongEnvironmentException e) {
            throw new WrongEnvironmentException(
                    e.isDifferent(), secrets.redaction().of(e.getMessage()));
        }
        if (places.isDone()) {
            unproven = Optional.empty();
            leapsNoted = time.leapt();
            due = Optional.of(time.instant());
            open(places.first());
            record(places.events());
        }
        return next;
    }

    /** Journals the event that an engine begins with, before which there was no absence of this one. */
    void open(ExecutionEvent first) throws IOException {
        write(time.instant(), List.of(first));
        sharing.await(); // whoever of several that go on together looks first, looks for all
    }

    /** Journals events, after time that was lost: a process that goes on must not take that for time to do something in. */
    private void record(List<? extends ExecutionEvent> events) throws IOException {
        if (events.isEmpty()) {
            return;
        }
        Instant now = time.instant();
        List<ExecutionEvent> all =
                new ArrayList<>(absence(Optional.empty(), now).stream().toList());
        all.addAll(events);
        write(now, all);
    }

    private synchronized boolean isInPlan(String text) {
        if (planWords == null) {
            planWords = new PlanWords(state.started().configuration());
        }
        return planWords.holds(text);
    }

    /** Has these values hidden from now on; safe to be called by any thread. */
    void hide(Collection<String> values) {
        secrets.add(values);
    }

    /** The one place that takes secrets out of what journal, console, results and report show. */
    private List<? extends ExecutionEvent> redacted(List<? extends ExecutionEvent> events) {
        Redaction redaction = secrets.redaction();
        return redaction.hidesAnything()
                ? events.stream()
                        .map(event -> EventTexts.changed(event, redaction::of))
                        .toList()
                : events;
    }

    /** Journals events in one write, folds them into the state and tells the listener. */
    private void write(Instant now, List<? extends ExecutionEvent> events) throws IOException {
        if (events.isEmpty()) {
            return;
        }
        for (RecordedEvent recorded : log.append(now, redacted(events))) {
            state.apply(recorded);
            listener.accept(recorded);
        }
    }
}
