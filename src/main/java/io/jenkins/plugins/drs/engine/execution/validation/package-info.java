/** Sees that launched servers are recovered: their instances run and show what the plan asks for. */
package io.jenkins.plugins.drs.engine.execution.validation;
