package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.EffectRunner;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Decides, journals intents, performs effects and journals outcomes, until nothing is due. */
final class RunLoop {
    /** No effect is due so often at one moment; one that is has not told the state that it was done. */
    private static final int MOST_REPEATS = 100;

    private final EventLog log;
    private final ExecutionState state;
    private final InstantSource clock;
    private final Decider decider;
    private final EffectBatch batch;
    private final Requests requests;
    private final Consumer<RecordedEvent> listener;

    RunLoop(
            EventLog log,
            ExecutionState state,
            EngineRuntime runtime,
            Requests requests,
            Consumer<RecordedEvent> listener) {
        this.log = log;
        this.state = state;
        this.clock = runtime.clock();
        this.decider = new Deciders(runtime.settings());
        this.batch = new EffectBatch(
                new EffectRunner(runtime.connections(), runtime.settings().retries(), runtime.clock()),
                runtime.executor());
        this.requests = requests;
        this.listener = listener;
    }

    Optional<Instant> advance() throws IOException {
        Map<String, Integer> performed = new HashMap<>();
        while (state.phase() != Phase.FINISHED) {
            record(requests.take());
            Decision decision = new Decision(state, clock.instant());
            decider.decide(state, clock.instant(), decision);
            if (decision.hasEvents()) {
                record(decision.events());
            } else if (!decision.effects().isEmpty()) {
                perform(decision.effects(), performed);
            } else {
                return decision.wakeTime();
            }
        }
        return Optional.empty();
    }

    private void perform(List<Effect> effects, Map<String, Integer> performed) throws IOException {
        for (Effect effect : effects) {
            if (performed.merge(effect.key(), 1, Integer::sum) > MOST_REPEATS) {
                throw new IllegalStateException("Expected effect '" + effect.key()
                        + "' to change the state, but it was due " + MOST_REPEATS + " times at " + clock.instant());
            }
        }
        record(effects.stream().flatMap(effect -> effect.intent().stream()).toList());
        batch.perform(effects, effect -> state.effect(effect.gate()).failures(), this::record);
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
