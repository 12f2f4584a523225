package io.jenkins.plugins.drs.plugin.run;

import hudson.model.Run;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.journal.JournalReader;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An execution that has ended, or waits to be taken up, as its journal tells it. */
final class FinishedDrill implements ExecutionView, DrillHandle {
    private static final Logger LOGGER = Logger.getLogger(FinishedDrill.class.getName());

    private final StoredRequest request;
    private final Path folder;
    private final DrillFold fold = new DrillFold();
    private Optional<DrillResult> result;

    FinishedDrill(StoredRequest request, Path folder) {
        this.request = request;
        this.folder = folder;
    }

    @Override
    public synchronized Optional<DrillResult> result() {
        if (result == null) {
            result = read();
        }
        return result;
    }

    private Optional<DrillResult> read() {
        if (!Files.exists(journal())) {
            return Optional.empty();
        }
        try {
            JournalReader.End end = EventLog.read(journal(), fold::accept);
            return fold.lastSequence() == 0 ? Optional.empty() : Optional.of(fold.end(end.hash()));
        } catch (IOException | RuntimeException e) {
            Level level =
                    ExecutionFolders.isOpen(folder) ? Level.FINE : Level.WARNING; // an open one is reported as stuck
            LOGGER.log(level, () -> "The journal of " + executionId() + " cannot be read: " + e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<Run<?, ?>> build() {
        return request.build().find();
    }

    @Override
    public boolean toSimulator() {
        return request.access().simulated();
    }

    @Override
    public DrillRecord record() {
        return request.record();
    }

    @Override
    public boolean isRunning() {
        return ExecutionFolders.isOpen(folder)
                && result().map(it -> !it.status().ended()).orElse(false);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public List<String> pausedWaves() {
        return isRunning() ? fold.pausedWaves() : List.of();
    }

    @Override
    public String statusText() {
        return result().isPresent() ? fold.statusText() : "unknown";
    }

    @Override
    public Optional<DrillHandle> handle() {
        return Optional.empty();
    }

    @Override
    public String executionId() {
        return request.executionId();
    }
}
