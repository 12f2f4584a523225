/** Takes values of secrets out of texts, in whatever form somebody wrote them. Knows nothing of AWS and of executions. */
package io.jenkins.plugins.drs.engine.redaction;
