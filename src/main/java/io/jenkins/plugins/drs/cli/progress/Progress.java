package io.jenkins.plugins.drs.cli.progress;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import java.util.function.Consumer;

/** Shows an execution while it runs. */
public interface Progress extends Consumer<RecordedEvent> {
    /** Called often, so that what depends on the time can be shown anew. */
    void tick();

    /** Says something that stays to be read. Safe to call from any thread. */
    void say(String line);

    /** Called once, after the last event. */
    void finish();
}
