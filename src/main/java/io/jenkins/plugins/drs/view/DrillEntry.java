package io.jenkins.plugins.drs.view;

import io.jenkins.plugins.drs.engine.audit.Anchor;
import io.jenkins.plugins.drs.host.DrillRecord;
import io.jenkins.plugins.drs.host.ExecutionArchive;
import io.jenkins.plugins.drs.host.ExecutionView;
import java.io.Serializable;
import java.util.Optional;

/** What a build keeps of one execution: its name, and its figures once it is over. */
final class DrillEntry implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DrillRecord record;
    private volatile DrillFigures figures;

    DrillEntry(DrillRecord record) {
        this.record = record;
    }

    DrillRecord record() {
        return record;
    }

    void finished(DrillFigures known) {
        figures = known;
    }

    /** The figures kept, else those that the journal gives now; empty when there is no journal to read. */
    Optional<DrillFigures> figures() {
        return Optional.ofNullable(figures).or(() -> ExecutionArchive.find(record.executionId())
                .flatMap(ExecutionView::result)
                .map(DrillFigures::new));
    }

    /** The end of the journal as the build keeps it, apart from the journal; empty while it runs, and for old builds. */
    Optional<Anchor> anchor() {
        return Optional.ofNullable(figures).flatMap(DrillFigures::anchor);
    }
}
