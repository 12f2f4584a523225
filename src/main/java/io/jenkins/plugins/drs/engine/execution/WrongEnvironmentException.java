package io.jenkins.plugins.drs.engine.execution;

import java.io.IOException;
import java.io.Serial;

/** An execution is not resumed: its calls would lead elsewhere than where it began, or nobody could find out where. */
public final class WrongEnvironmentException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean different;

    /** @param different whether it is known that calls lead elsewhere, and not only unknown where they lead */
    WrongEnvironmentException(boolean different, String message) {
        super(message);
        this.different = different;
    }

    /** Whether it is known that calls lead elsewhere; false when it could not be found out where they lead. */
    public boolean isDifferent() {
        return different;
    }
}
