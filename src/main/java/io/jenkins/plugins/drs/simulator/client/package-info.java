/** Talks to a simulator in another process, for those who run executions against it. */
package io.jenkins.plugins.drs.simulator.client;
