/**
 * What the events of an execution add up to. {@link io.jenkins.plugins.drs.engine.state.ExecutionState} is changed by
 * appliers only, one for each type of event, so that replaying a journal gives the state of the engine that wrote it.
 */
package io.jenkins.plugins.drs.engine.state;
