/** Pipeline steps and the Freestyle build step. They bind arguments; the host does the work. */
package io.jenkins.plugins.drs.plugin.steps;
