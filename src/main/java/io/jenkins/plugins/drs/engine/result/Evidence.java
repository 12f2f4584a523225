package io.jenkins.plugins.drs.engine.result;

import java.util.List;
import java.util.Optional;

/**
 * The events of the journal that a status was computed from, by their numbers ({@code seq}).
 *
 * @param decidedBy the event that brought the status about; empty while nothing has
 * @param events all of them, in the order of the journal, the deciding one included
 */
public record Evidence(Optional<Long> decidedBy, List<Long> events) {
    /** Nothing has happened yet. */
    public static final Evidence NONE = new Evidence(Optional.empty(), List.of());

    public Evidence {
        events = List.copyOf(events);
    }
}
