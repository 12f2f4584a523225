package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which fold listens to which type of event. */
final class Handlers {
    private final Map<Class<? extends ExecutionEvent>, List<BiConsumer<RecordedEvent, ExecutionEvent>>> byType =
            new HashMap<>();

    /** Hands events of a type to {@code handler}, after those that asked earlier. */
    <E extends ExecutionEvent> void on(Class<E> type, BiConsumer<Instant, E> handler) {
        onRecorded(type, (recorded, event) -> handler.accept(recorded.at(), event));
    }

    /** The same for handlers that ask for the number of the event. */
    <E extends ExecutionEvent> void onRecorded(Class<E> type, BiConsumer<RecordedEvent, E> handler) {
        byType.computeIfAbsent(type, key -> new ArrayList<>())
                .add((recorded, event) -> handler.accept(recorded, type.cast(event)));
    }

    /** Declares that events of a type change nothing in the result. */
    void ignore(Class<? extends ExecutionEvent> type) {
        byType.putIfAbsent(type, new ArrayList<>());
    }

    void accept(RecordedEvent recorded) {
        byType.getOrDefault(recorded.event().getClass(), List.of())
                .forEach(handler -> handler.accept(recorded, recorded.event()));
    }

    /** The types that are handled, or ignored on purpose. */
    Set<Class<? extends ExecutionEvent>> types() {
        return Set.copyOf(byType.keySet());
    }
}
