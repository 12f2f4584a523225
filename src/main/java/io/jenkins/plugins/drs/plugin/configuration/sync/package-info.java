/** Configurations that follow repositories: which jobs may apply them, in which order, and what is remembered. */
package io.jenkins.plugins.drs.plugin.configuration.sync;
