package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.state.EffectHistory;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is due now: events that are true, effects to perform, and when to ask again. Deciders add to it.
 *
 * <p>An effect that failed lately is left out until its time has come.
 */
public final class Decision {
    private final ExecutionState state;
    private final Instant now;
    private final Set<String> underway;
    private final List<ExecutionEvent> events = new ArrayList<>();
    private final Map<String, Effect> effects = new LinkedHashMap<>();
    private Instant wakeAt;

    /** @param underway keys of effects that are being performed and whose outcome is not in the state */
    public Decision(ExecutionState state, Instant now, Set<String> underway) {
        this.state = state;
        this.now = now;
        this.underway = underway;
    }

    public void emit(ExecutionEvent event) {
        events.add(event);
    }

    /** Whether the effect with this key is being performed, so that nothing is known of its outcome yet. */
    public boolean isUnderWay(String key) {
        return underway.contains(key);
    }

    /** Performs the effect now, or once it may be tried again; one that is under way is left to it. */
    public void run(Effect effect) {
        if (isUnderWay(effect.key())) {
            return;
        }
        if (isDue(notBefore(effect))) {
            effects.putIfAbsent(effect.key(), effect);
        }
    }

    private Optional<Instant> notBefore(Effect effect) {
        return state.effect(effect.gate()).notBefore();
    }

    /** Whether the effect is being performed, or would be if it were run; if not, asks to be called again when it may be. */
    public boolean isUnderWayOrFree(Effect effect) {
        return isUnderWay(effect.key()) || isDue(notBefore(effect));
    }

    /** Whether the effect with this key is among those to perform now, or is being performed. */
    public boolean isDueOrUnderWay(String key) {
        return effects.containsKey(key) || isUnderWay(key);
    }

    /** Performs the effect at {@code at} or, if that has come, now. */
    public void runAt(Instant at, Effect effect) {
        runAt(at, () -> effect);
    }

    /** The same with an effect that takes some work to make, and is made only when it is performed. */
    public void runAt(Instant at, Supplier<? extends Effect> effect) {
        if (isDue(Optional.of(at))) {
            run(effect.get());
        }
    }

    /** Performs the effect unless its last call began less than a poll interval ago. */
    public void poll(Duration interval, Effect effect) {
        poll(interval, effect.key(), () -> effect);
    }

    /** The same with an effect that takes some work to make, and is made only when it is performed. */
    public void poll(Duration interval, String key, Supplier<? extends Effect> effect) {
        EffectHistory history = state.effect(key);
        runAt(history.lastCall().map(last -> last.plus(interval)).orElse(now), effect);
    }

    /** Whether {@code at} has come; if not, asks to be called again then. */
    public boolean isDue(Optional<Instant> at) {
        if (at.isEmpty() || !at.get().isAfter(now)) {
            return true;
        }
        wakeAt(at.get());
        return false;
    }

    /** Asks to be called again at {@code at}; the earliest such wish counts. */
    public void wakeAt(Instant at) {
        if (wakeAt == null || at.isBefore(wakeAt)) {
            wakeAt = at;
        }
    }

    public List<ExecutionEvent> events() {
        return List.copyOf(events);
    }

    public boolean hasEvents() {
        return !events.isEmpty();
    }

    public List<Effect> effects() {
        return List.copyOf(effects.values());
    }

    /** How many effects of one type are due. */
    public long count(Class<? extends Effect> type) {
        return effects.values().stream().filter(type::isInstance).count();
    }

    /** When to be called again; empty when nothing is waited for. */
    public Optional<Instant> wakeTime() {
        return Optional.ofNullable(wakeAt);
    }
}
