package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an execution is cancelled. As with other limits, time in which no engine ran does not count.
 *
 * @param limit empty when it may take any time
 */
record Deadline(Optional<Instant> limit) {
    /** When it is as the execution stands; to be asked by the thread that advances it. */
    Optional<Instant> in(ExecutionState state) {
        return limit.map(end -> state.deadline(state.startedAt(), Duration.between(state.startedAt(), end)));
    }
}
