package io.jenkins.plugins.drs.engine.journal;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A journal that another execution, in this process or another one, is writing. */
public final class JournalInUseException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    JournalInUseException(Path file) {
        super("Journal " + file + " is in use by another execution. Wait for it to end, or use another folder.");
    }
}
