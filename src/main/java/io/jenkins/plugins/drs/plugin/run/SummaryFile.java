package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.plugin.run.history.DerivedFile;
import java.nio.file.Path;
import java.util.Optional;

/** The file that keeps how an execution ended. */
final class SummaryFile {
    private final DerivedFile<DrillSummary> file;

    SummaryFile(Path folder) {
        file = new DerivedFile<>(folder.resolve("summary.json"), DrillSummary.class);
    }

    /** Empty when there is none, or none that this version can read. */
    Optional<DrillSummary> read() {
        return file.read();
    }

    void write(DrillSummary summary) {
        file.write(summary);
    }
}
