package io.jenkins.plugins.drs.plugin.run;

import hudson.model.Run;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An execution as pages see it, be it over or still running. Checks no permission: callers do. */
public interface ExecutionView {
    /** Its build; empty when that was deleted. */
    Optional<Run<?, ?>> build();

    /** What the build keeps of it. */
    DrillRecord record();

    /** Whether it was begun with what was a simulator then. */
    boolean toSimulator();

    /** Whether a simulator answered; empty where nothing says so, such as without a journal that can be read. */
    default Optional<Boolean> simulated() {
        return result().map(it -> it.run().starter().simulated())
                .or(() -> toSimulator() ? Optional.of(true) : Optional.empty());
    }

    /**
     * How it stands now, or stood at its end. Cheap to ask again while nothing has happened.
     *
     * @return empty until its first event was journalled
     */
    Optional<DrillResult> result();

    /** Whether it has not ended yet; it may wait for a controller that is still starting. */
    boolean isRunning();

    /** The folder that holds {@code audit.jsonl}, on the controller. */
    Path folder();

    /** The journal, which may still be written. */
    default Path journal() {
        return folder().resolve("audit.jsonl");
    }

    /** Waves that wait for a person's decision, in plan order. */
    List<String> pausedWaves();

    /** What goes on now, in one line for people. */
    String statusText();

    /** Steers it; empty when it has ended, or is not attached yet after a restart of the controller. */
    Optional<DrillHandle> handle();
}
