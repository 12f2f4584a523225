/**
 * Runs an execution: deciders say what is due, effects do it, events keep it. Owns no thread and never sleeps; its
 * host calls {@link io.jenkins.plugins.drs.engine.execution.Execution#advance} when it asked to be called.
 */
package io.jenkins.plugins.drs.engine.execution;
