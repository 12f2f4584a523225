package io.jenkins.plugins.drs.engine.event;

import java.io.Serial;

/** An event of a journal does not fit what came before it, so that nothing can be computed from the journal. */
public final class UnfitEventException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UnfitEventException(RecordedEvent event, RuntimeException cause) {
        super(
                "Event " + event.sequence() + " (" + event.event().getClass().getSimpleName()
                        + ") does not fit what came before it: " + cause.getMessage(),
                cause);
    }
}
