/** Launches the servers of waves: settings, jobs within the account's limits, and watching jobs to their end. */
package io.jenkins.plugins.drs.engine.execution.launch;
