package io.jenkins.plugins.drs.simulator.ssm;

import io.jenkins.plugins.drs.simulator.environment.DocumentSpec;
import java.util.List;
import java.util.Map;

/**
 * What somebody asked to be run.
 *
 * @param parameters with the document's defaults
 * @param mode {@code Auto} or {@code Interactive}
 * @param executedBy ARN of the caller
 */
record AutomationOrder(DocumentSpec document, Map<String, List<String>> parameters, String mode, String executedBy) {}
