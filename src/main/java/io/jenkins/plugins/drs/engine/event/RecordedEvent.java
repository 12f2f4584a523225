package io.jenkins.plugins.drs.engine.event;

import java.time.Instant;

/**
 * An event in its place in the journal.
 *
 * @param sequence 1 for the first event of an execution, without gaps
 * @param at when it was journalled, by the clock of the host
 */
public record RecordedEvent(long sequence, Instant at, ExecutionEvent event) {}
