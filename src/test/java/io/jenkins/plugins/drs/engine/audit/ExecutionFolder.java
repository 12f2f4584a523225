package io.jenkins.plugins.drs.engine.audit;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.result.DrillStory;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Folders as executions leave them behind. */
public final class ExecutionFolder {
    private ExecutionFolder() {}

    /** Writes the journal of a story and all that is computed from it; gives the hash of the journal's last line. */
    public static String write(DrillStory story, Path folder) throws IOException {
        ResultCollector collector = new ResultCollector();
        try (EventLog log = EventLog.open(folder.resolve("audit.jsonl"), event -> {})) {
            for (RecordedEvent told : story.events()) {
                log.append(told.at(), List.of(told.event())).forEach(collector::accept);
            }
            new ArtifactFolder(folder).all(collector.result(log.lastHash()));
            return log.lastHash();
        }
    }
}
