/** Figures of executions that have ended, for histories and comparisons, without a look at their journals. */
package io.jenkins.plugins.drs.plugin.run.history;
