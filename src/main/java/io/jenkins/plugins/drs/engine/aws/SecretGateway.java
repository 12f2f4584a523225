package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.plan.DynamicReference;

/** Resolves dynamic references. What it returns must never reach a journal, a log or an artifact. */
public interface SecretGateway {
    /**
     * The value that a reference stands for, read from Secrets Manager or the SSM Parameter Store.
     *
     * @throws AwsFailure {@link FailureKind#NOT_FOUND} also where a secret has no such JSON key
     */
    String resolve(DynamicReference reference);
}
