package io.jenkins.plugins.drs.engine.plan;

import java.util.Optional;

/**
 * A {@code {{resolve:...}}} reference to a secret or parameter, in the syntax that CloudFormation uses.
 *
 * @param kind where the value is kept
 * @param name secret id or ARN, or parameter name
 * @param jsonKey key of the secret's JSON text whose value is meant; Secrets Manager only
 * @param versionStage staging label; Secrets Manager only
 * @param version version id of the secret, or version number of the parameter
 */
public record DynamicReference(
        Kind kind, String name, Optional<String> jsonKey, Optional<String> versionStage, Optional<String> version) {
    /** The store that a reference points into. */
    public enum Kind {
        SECRETS_MANAGER,
        SSM,
        SSM_SECURE
    }
}
