package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.EngineDelayed;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.EffectRunner;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
    private final InstantSource clock;
    private final Decider decider;
    private final Sharing sharing;
    private final Pacing pacing;
    private final Underway underway;
    private final long patienceMillis;
    private final Duration nextLook;
    private final Requests requests;
    private final Consumer<RecordedEvent> listener;
    private Optional<Instant> due;

    RunLoop(
            EventLog log,
            ExecutionState state,
            EngineRuntime runtime,
            Requests requests,
            Consumer<RecordedEvent> listener) {
        this.log = log;
        this.state = state;
        this.clock = runtime.clock();
        this.due = Optional.of(clock.instant());
        this.decider = new Deciders(runtime.settings(), runtime.others());
        Places places = new Places(state);
        this.sharing = new Sharing(runtime, state, places, requests::wake);
        this.pacing = new Pacing(runtime.shared().pacer(), sharing, places, runtime.clock());
        AwsConnections connections = sharing.through(runtime.connections(), runtime.clock());
        this.underway = new Underway(
                new EffectRunner(connections, runtime.settings().retries(), runtime.clock(), pacing::called),
                runtime.executor(),
                requests::wake);
        this.patienceMillis = runtime.settings().timing().patience().toMillis();
        this.nextLook = runtime.settings().timing().nextLook();
        this.requests = requests;
        this.listener = listener;
    }

    /** Does what is due, and answers when it wants to be called again. */
    Optional<Instant> advance() throws IOException {
        noteDelay();
        due = work();
        if (state.phase() == Phase.FINISHED) {
            sharing.leave();
        } else {
            sharing.await();
        }
        return due;
    }

    /** Has no part any more in what executions share. */
    void leave() {
        sharing.leave();
    }

    /** Time in which a suspended machine did nothing must not end anything. */
    private void noteDelay() throws IOException {
        Instant now = clock.instant();
        if (due.filter(asked -> asked.plus(DELAY).isBefore(now)).isPresent()) {
            record(List.of(new EngineDelayed(due.get())));
        }
    }

    private Optional<Instant> work() throws IOException {
        Map<String, Integer> performed = new HashMap<>();
        while (state.phase() != Phase.FINISHED) {
            record(requests.take());
            takeOutcomes(0);
            Instant now = clock.instant(); // one moment for all of it: what is due now is due for everybody
            record(sharing.news(now, underway.keys()));
            Decision decision = new Decision(state, now, underway.keys());
            decider.decide(state, now, decision);
            if (decision.hasEvents()) {
                record(decision.events());
                continue;
            }
            Pacing.Admitted admitted = pacing.admit(decision.effects());
            if (!admitted.effects().isEmpty()) {
                begin(admitted.effects(), performed);
            } else if (underway.isEmpty()) {
                return admitted.orEarlier(decision.wakeTime());
            } else if (!takeOutcomes(patienceMillis) && underway.leave()) {
                Instant soon = clock.instant().plus(nextLook);
                return Optional.of(admitted.orEarlier(decision.wakeTime())
                        .filter(soon::isAfter)
                        .orElse(soon));
            }
        }
        return Optional.empty();
    }

    private void begin(List<Effect> effects, Map<String, Integer> performed) throws IOException {
        for (Effect effect : effects) {
            if (performed.merge(effect.key(), 1, Integer::sum) > MOST_REPEATS) {
                throw new IllegalStateException("Expected effect '" + effect.key()
                        + "' to change the state, but it was due " + MOST_REPEATS + " times at " + clock.instant());
            }
        }
        record(effects.stream().flatMap(effect -> effect.intent().stream()).toList());
        for (Effect effect : effects) {
            underway.begin(effect, state.effect(effect.gate()).failures());
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

    /** Journals events, folds them into the state and tells the listener. */
    void record(List<? extends ExecutionEvent> events) throws IOException {
        if (events.isEmpty()) {
            return;
        }
        for (RecordedEvent recorded : log.append(clock.instant(), events)) {
            state.apply(recorded);
            listener.accept(recorded);
        }
    }
}
