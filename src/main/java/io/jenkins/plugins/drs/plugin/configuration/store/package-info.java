/** The stored configuration as Jenkins uses it: who changes it, who is told, and what single edits mean for the rest. */
package io.jenkins.plugins.drs.plugin.configuration.store;
