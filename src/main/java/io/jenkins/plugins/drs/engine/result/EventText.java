package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Tells events as plain lines for a build log, indented by phase. What befalls single servers is counted and told by
 * wave, so that a thousand servers do not flood the log. Holds counters: one object tells one execution, from its
 * first event on.
 */
public final class EventText {
    private static final int LONGEST = 400;

    private final Map<Class<? extends ExecutionEvent>, BiFunction<Instant, ExecutionEvent, Optional<String>>> tellers =
            new HashMap<>();

    public EventText() {
        RunText run = new RunText(this);
        new WaveText(this, run);
        new CleanupText(this);
        new CallText(this);
    }

    /** The line for an event, without line break or control character; empty when there is nothing to tell. */
    public Optional<String> line(RecordedEvent recorded) {
        return tellers.getOrDefault(recorded.event().getClass(), (at, event) -> Optional.empty())
                .apply(recorded.at(), recorded.event())
                .map(line -> PlainText.shortened(PlainText.line(line), LONGEST));
    }

    <E extends ExecutionEvent> void tell(Class<E> type, BiFunction<Instant, E, Optional<String>> teller) {
        tellers.put(type, (at, event) -> teller.apply(at, type.cast(event)));
    }

    <E extends ExecutionEvent> void always(Class<E> type, BiFunction<Instant, E, String> teller) {
        tell(type, (at, event) -> Optional.of(teller.apply(at, event)));
    }

    /** Declares that events of a type are not told. */
    void pass(Class<? extends ExecutionEvent> type) {
        tellers.put(type, (at, event) -> Optional.empty());
    }

    Set<Class<? extends ExecutionEvent>> types() {
        return Set.copyOf(tellers.keySet());
    }
}
