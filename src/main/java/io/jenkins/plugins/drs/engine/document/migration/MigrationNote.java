package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.Problem;
import java.util.Locale;

/**
 * Something that is not in the result as it was in the source.
 *
 * @param pointer JSON pointer of the value in the source; DynamoDB's type tags are left out of it
 * @param message what it was and what became of it; values that look like secrets are not shown
 */
public record MigrationNote(Kind kind, String pointer, String message) {
    /** What became of the value. */
    public enum Kind {
        /** It has no counterpart and is not in the result. */
        LOST,
        /** It is in the result in another form, or with another effect. */
        CHANGED,
        /** The source does not say it, and the result had to. */
        ASSUMED
    }

    /** The note as a warning about the source, which an import passes over with force only. */
    Problem warning() {
        return Problem.warning(pointer, kind.name().toLowerCase(Locale.ROOT) + ": " + message, "");
    }
}
