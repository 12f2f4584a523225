package io.jenkins.plugins.drs.engine.event;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every type of event that there is, found from the sealed hierarchy. */
public final class EventTypes {
    private EventTypes() {}

    /** The records that implement {@link ExecutionEvent}. */
    public static List<Class<? extends ExecutionEvent>> all() {
        return below(ExecutionEvent.class).toList();
    }

    private static Stream<Class<? extends ExecutionEvent>> below(Class<? extends ExecutionEvent> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(permitted -> below(permitted.asSubclass(ExecutionEvent.class)));
    }
}
