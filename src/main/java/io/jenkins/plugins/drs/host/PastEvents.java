package io.jenkins.plugins.drs.host;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** What a journal tells of an execution that is to be taken up again: its first event and its last one. */
record PastEvents(ExecutionStarted started, RecordedEvent last) {

    /** @throws IOException when the journal cannot be read, or is empty */
    static PastEvents read(Path journal) throws IOException {
        AtomicReference<ExecutionStarted> started = new AtomicReference<>();
        AtomicReference<RecordedEvent> last = new AtomicReference<>();
        try {
            EventLog.read(journal, event -> {
                if (event.event() instanceof ExecutionStarted first) {
                    started.set(first);
                }
                last.set(event);
            });
        } catch (IOException | RuntimeException e) {
            throw StoppedDrill.of(journal.resolveSibling(""), e);
        }
        if (started.get() == null) {
            throw new IOException("Journal " + journal + " is empty, so there is nothing to resume.");
        }
        return new PastEvents(started.get(), last.get());
    }

    /** Whether the first event was journalled; before that, nothing was done. */
    static boolean areIn(Path journal) throws IOException {
        return Files.exists(journal) && EventLog.read(journal, event -> {}).sequence() > 0;
    }
}
