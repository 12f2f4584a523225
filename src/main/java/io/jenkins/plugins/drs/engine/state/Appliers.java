package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.UnfitEventException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One applier for each type of event. */
final class Appliers {
    private static final Map<Class<? extends ExecutionEvent>, Applier<ExecutionEvent>> BY_TYPE = new HashMap<>();

    static {
        LifecycleAppliers.register();
        WaveAppliers.register();
        LaunchAppliers.register();
        CleanupAppliers.register();
    }

    private Appliers() {}

    /** Folds one event into the state. */
    @FunctionalInterface
    interface Applier<E extends ExecutionEvent> {
        void apply(ExecutionState state, E event, Instant at);
    }

    static <E extends ExecutionEvent> void on(Class<E> type, Applier<E> applier) {
        BY_TYPE.put(type, (state, event, at) -> applier.apply(state, type.cast(event), at));
    }

    /** Says that an event matters to results alone. */
    static void ignore(Class<? extends ExecutionEvent> type) {
        BY_TYPE.put(type, (state, event, at) -> {});
    }

    static void apply(ExecutionState state, RecordedEvent recorded) {
        Applier<ExecutionEvent> applier = BY_TYPE.get(recorded.event().getClass());
        if (applier == null) {
            throw new IllegalStateException("Expected an applier for every event, but there is none for "
                    + recorded.event().getClass().getSimpleName());
        }
        state.causes.at(recorded.sequence());
        try {
            applier.apply(state, recorded.event(), recorded.at());
        } catch (RuntimeException e) {
            throw new UnfitEventException(recorded, e);
        }
    }

    /** The types that have an applier. */
    static Set<Class<? extends ExecutionEvent>> types() {
        return Set.copyOf(BY_TYPE.keySet());
    }
}
