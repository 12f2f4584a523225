package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.audit.Anchor;
import io.jenkins.plugins.drs.plugin.run.DrillRecord;
import java.io.Serializable;
import java.util.Optional;

/** What a build keeps of one execution: its name, and how its journal ended once it is over. */
final class DrillEntry implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DrillRecord record;
    private volatile JournalEnd end;

    DrillEntry(DrillRecord record) {
        this.record = record;
    }

    DrillRecord record() {
        return record;
    }

    void finished(JournalEnd known) {
        end = known;
    }

    /** The end of the journal as the build keeps it, apart from the journal; empty while it runs. */
    Optional<Anchor> anchor() {
        return Optional.ofNullable(end).flatMap(JournalEnd::anchor);
    }
}
