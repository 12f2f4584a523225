package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.plan.Target;

/**
 * The call that an effect begins with, for keeping within the rates of AWS.
 *
 * @param operation service and operation, such as {@code drs:DescribeJobs}
 */
public record PacedCall(Target target, String operation) {}
