/** Finds out, by reading alone, whether a plan can be run. Lists every problem, not the first. */
package io.jenkins.plugins.drs.engine.execution.preflight;
