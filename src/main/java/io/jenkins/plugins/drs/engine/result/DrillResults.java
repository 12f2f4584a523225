package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import java.util.stream.Stream;

/** Results from events that are all there. */
public final class DrillResults {
    private DrillResults() {}

    /**
     * The result of an execution as of the last of these events.
     *
     * @param events in the order of the journal, from its first on; any prefix will do
     * @throws IllegalStateException when the first event is missing
     */
    public static DrillResult of(Iterable<RecordedEvent> events) {
        ResultCollector collector = new ResultCollector();
        events.forEach(collector::accept);
        return collector.result();
    }

    /** The same as {@link #of(Iterable)}. */
    public static DrillResult of(Stream<RecordedEvent> events) {
        ResultCollector collector = new ResultCollector();
        events.forEachOrdered(collector::accept);
        return collector.result();
    }
}
