package io.jenkins.plugins.drs.host;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.execution.EngineRuntime;
import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What the host gives to an execution.
 *
 * @param toldAlready number of the last event from before a restart; 0 for a new execution
 */
record DrillSetting(
        StoredRequest request,
        Path folder,
        BuildSide side,
        OtherExecutions others,
        HostThreads threads,
        Worlds worlds,
        DrConfiguration configuration,
        long toldAlready) {

    /** Opens an execution with what the host made ready for it. */
    @FunctionalInterface
    interface Opening {
        Execution open(EngineRuntime runtime, Consumer<RecordedEvent> listener) throws IOException;
    }
}
