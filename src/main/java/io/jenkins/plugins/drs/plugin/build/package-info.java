/**
 * Pages: what a build and a job show of their drills. Reads executions through {@code host} and holds nothing of them
 * but their names and, once they are over, their figures.
 */
package io.jenkins.plugins.drs.plugin.build;
