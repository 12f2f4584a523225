package io.jenkins.plugins.drs.engine.journal;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A journal that is not what was written: a line was changed, removed, added or swapped. */
public final class JournalDamagedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long line;

    JournalDamagedException(Path file, long line, String what) {
        super("Journal " + file + " is damaged at line " + line + ": " + what
                + ". Restore it from a copy; nothing was written to it.");
        this.line = line;
    }

    /** Number of the first line that is not right, from 1. */
    public long line() {
        return line;
    }
}
