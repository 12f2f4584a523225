package io.jenkins.plugins.drs.engine.journal;

import java.io.IOException;
import java.io.Serial;

/** Another file, or none, is where a journal was. */
public final class JournalGoneException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    JournalGoneException() {
        super("it was removed, moved or replaced while the execution ran");
    }
}
