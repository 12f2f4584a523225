package io.jenkins.plugins.drs.simulator.state;

/**
 * Who calls.
 *
 * @param arn as GetCallerIdentity tells it
 * @param userId as GetCallerIdentity tells it
 */
public record Caller(String accountId, String accessKeyId, String arn, String userId) {}
