package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.execution.EngineRuntime;
import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
        AwsEnvironments environments,
        StuckDrills stuck,
        DrConfiguration configuration,
        long toldAlready) {

    /** What the execution must not show: what its build masks, and roles and external ids of its accounts. */
    List<String> secrets(MaskedValues masked) {
        return Stream.concat(masked.values().stream(), AccountRoles.secrets(configuration).stream())
                .toList();
    }

    /** Opens an execution with what the host made ready for it. */
    @FunctionalInterface
    interface Opening {
        Execution open(EngineRuntime runtime, Consumer<RecordedEvent> listener) throws IOException;
    }
}
