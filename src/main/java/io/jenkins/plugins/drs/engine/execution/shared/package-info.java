/** What the executions of a host have in common, so that many of them ask AWS little more than one would. */
package io.jenkins.plugins.drs.engine.execution.shared;
