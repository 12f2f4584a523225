package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.function.Predicate;

/** Says which event a test waits for. */
final class Seen {
    private Seen() {}

    static Predicate<ExecutionEvent> any(Class<? extends ExecutionEvent> type) {
        return type::isInstance;
    }

    static Predicate<ExecutionEvent> wave(String name, WaveStatus status) {
        return event -> event instanceof WaveMoved moved && moved.wave().equals(name) && moved.to() == status;
    }

    static Predicate<ExecutionEvent> actionStarted(String wave, ActionPhase phase) {
        return event -> event instanceof ActionStarted started
                && started.action().wave().equals(wave)
                && started.action().phase() == phase;
    }
}
