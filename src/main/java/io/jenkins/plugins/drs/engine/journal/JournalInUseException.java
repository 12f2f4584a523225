package io.jenkins.plugins.drs.engine.journal;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Optional;

/** A journal that another execution, in this process or another one, is writing. */
public final class JournalInUseException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param owner who writes it, where that is known */
    JournalInUseException(Path file, Optional<String> owner) {
        super("Journal " + file + " is in use by another execution"
                + owner.map(who -> " (" + who + ")").orElse("")
                + ". Wait for it to end, or use another folder.");
    }
}
