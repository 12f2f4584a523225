package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.document.DraftDocument;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import java.util.List;

/**
 * A document of any format as one of version 2.1.0.
 *
 * @param document as it was read, or, where it had to be migrated, as it was made; its problems say why there is none,
 *     and hold the notes as warnings
 * @param notes what is not in the result as it was in the source; empty for a document of the current version
 */
public record MigrationResult(SourceFormat format, DraftDocument document, List<MigrationNote> notes) {
    public MigrationResult {
        notes = List.copyOf(notes);
    }

    /** Everything that is wrong with the result by itself, and the notes as warnings. */
    public List<LocatedProblem> problems() {
        return document.validated().problems();
    }
}
