package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.time.Instant;

/** Says what is due for one concern of an execution. Pure: the same state and time give the same decision. */
@FunctionalInterface
public interface Decider {
    void decide(ExecutionState state, Instant now, Decision decision);
}
