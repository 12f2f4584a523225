package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.Optional;

/** Resolves dynamic references. What it returns must never reach a journal, a log or an artifact. */
public interface SecretGateway {
    /**
     * The value that a reference stands for, read from Secrets Manager or the SSM Parameter Store.
     *
     * @throws AwsFailure {@link FailureKind#NOT_FOUND} also where a secret has no such JSON key
     */
    Secret resolve(DynamicReference reference);

    /**
     * A value, and which version of it was read.
     *
     * @param version {@code VersionId} of a secret or {@code Version} of a parameter, which give the same value again; empty
     *     where AWS named none
     */
    record Secret(String value, Optional<String> version) {
        /** Does not show the value. */
        @Override
        public String toString() {
            return "Secret[version=" + version.orElse("unknown") + "]";
        }
    }
}
