package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What a journal tells of an execution that is to be taken up again: its first event and its last one. */
record PastEvents(ExecutionStarted started, RecordedEvent last) {

    /**
     * @param folder of the execution
     * @throws IOException when its journal cannot be read, or is empty
     */
    static PastEvents read(Path folder) throws IOException {
        Path journal = folder.resolve("audit.jsonl");
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
            throw StoppedDrill.of(folder, e);
        }
        if (started.get() == null) {
            String tag = LaunchTags.EXECUTION + "=" + folder.getFileName();
            throw StoppedDrill.of(
                    List.of(Messages.stopped_tagged(tag)), new IOException("Journal " + journal + " is empty."));
        }
        return new PastEvents(started.get(), last.get());
    }

    /** Whether a first event was journalled; before that, nothing was done. One that cannot be read any more was. */
    static boolean areIn(Path journal) {
        try {
            return Files.exists(journal) && EventLog.read(journal, event -> {}).sequence() > 0;
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }
}
