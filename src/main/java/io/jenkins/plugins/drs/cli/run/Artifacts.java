package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Writes artifacts as events come: the file of a wave when it ends, everything at the end. */
final class Artifacts implements Consumer<RecordedEvent> {
    private final ResultCollector collector = new ResultCollector();
    private final RefusalsOfAws refusals = new RefusalsOfAws();
    private final ArtifactFolder folder;
    private Optional<String> problem = Optional.empty();
    private DrillResult result;

    Artifacts(Path folder) {
        this.folder = new ArtifactFolder(folder);
    }

    @Override
    public void accept(RecordedEvent recorded) {
        collector.accept(recorded);
        refusals.accept(recorded);
        if (recorded.event() instanceof WaveMoved moved && moved.to().ended()) {
            writeWave(moved.wave());
        }
    }

    /** A disk that does not take an artifact must not keep instances from being taken down. */
    private void writeWave(String wave) {
        try {
            folder.wave(collector.result(), wave);
        } catch (IOException e) {
            problem = Optional.of("The file of wave " + wave + " could not be written: " + e.getMessage());
        }
    }

    /** Writes everything, naming the hash of the journal's last line. */
    void finish(String journalHash) {
        result = collector.result(journalHash);
        try {
            folder.all(result);
        } catch (IOException e) {
            problem = Optional.of("Not all results could be written: " + e.getMessage()
                    + ". The journal is whole; when there is room again, write them with: drs report DIR");
        }
    }

    /** The result; there is none before {@link #finish}. */
    DrillResult result() {
        return result;
    }

    /** Whether AWS refused something that the execution could not do without, or could not be reached. */
    boolean didAwsRefuse() {
        return refusals.isAny();
    }

    /** What could not be written while the execution ran. */
    Optional<String> problem() {
        return problem;
    }

    /** Remembers whether AWS refused the caller, or could not be reached. */
    private static final class RefusalsOfAws implements Consumer<RecordedEvent> {
        private static final Set<FailureKind> REFUSALS = EnumSet.of(
                FailureKind.ACCESS_DENIED,
                FailureKind.NO_CREDENTIALS,
                FailureKind.EXPIRED_CREDENTIALS,
                FailureKind.EXPIRED_KEYS,
                FailureKind.UNREADABLE,
                FailureKind.CREDENTIALS_UNREACHABLE,
                FailureKind.UNINITIALIZED,
                FailureKind.UNREACHABLE,
                FailureKind.NO_ANSWER,
                FailureKind.SERVER_FAULT,
                FailureKind.THROTTLED);

        private boolean any;

        @Override
        public void accept(RecordedEvent recorded) {
            if (recorded.event() instanceof EffectFailed failed
                    && failed.retryAt().isEmpty()) {
                any |= REFUSALS.contains(failed.kind());
            }
        }

        boolean isAny() {
            return any;
        }
    }
}
