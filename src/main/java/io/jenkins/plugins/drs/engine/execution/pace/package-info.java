/** Keeps calls within the rates that AWS allows, for all executions of a host together. */
package io.jenkins.plugins.drs.engine.execution.pace;
