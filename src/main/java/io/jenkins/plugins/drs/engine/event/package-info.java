/**
 * The facts of an execution. Whatever happens is an {@link io.jenkins.plugins.drs.engine.event.ExecutionEvent} in the
 * journal; state, results, reports and the audit trail are computed from these and from nothing else.
 *
 * <p>Names of events and of their fields are a file format: they may gain optional fields and never change otherwise.
 */
package io.jenkins.plugins.drs.engine.event;
