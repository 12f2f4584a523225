/**
 * A store that follows documents of repositories: what is applied, what was changed by hand since, and the way back.
 *
 * <p>{@link io.jenkins.plugins.drs.engine.document.sync.Reconciliation} decides and is pure;
 * {@link io.jenkins.plugins.drs.engine.document.sync.ConfigurationSync} does it.
 */
package io.jenkins.plugins.drs.engine.document.sync;
