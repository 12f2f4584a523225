/** Takes down what an execution launched, and says what it could not. */
package io.jenkins.plugins.drs.engine.execution.cleanup;
