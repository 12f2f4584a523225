package io.jenkins.plugins.drs.cli.progress;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import java.util.function.Consumer;

/** Shows an execution while it runs. */
public interface Progress extends Consumer<RecordedEvent> {
    /** Called often, so that what depends on the time can be shown anew. */
    void tick();

    /** Called once, after the last event. */
    void finish();
}
