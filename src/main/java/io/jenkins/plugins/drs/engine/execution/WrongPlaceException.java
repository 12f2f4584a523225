package io.jenkins.plugins.drs.engine.execution;

import java.io.IOException;
import java.io.Serial;

/** An execution is not resumed: its calls would lead elsewhere than where it began, or nobody could find out where. */
public final class WrongPlaceException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    WrongPlaceException(String message) {
        super(message);
    }
}
