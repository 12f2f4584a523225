/**
 * Where Jenkins and the engine meet: starts, advances, resumes and ends executions for builds. Steps ask {@code
 * DrillHost} to run something; pages read {@link io.jenkins.plugins.drs.plugin.run.DrillIndex}.
 */
package io.jenkins.plugins.drs.plugin.run;
