package io.jenkins.plugins.drs.engine.aws.sdk;

import java.util.Optional;

/**
 * Keys of a user or of a session.
 *
 * @param sessionToken present for keys of a session
 */
public record AccessKeys(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
    /** Shows the id alone. */
    @Override
    public String toString() {
        return "AccessKeys[" + accessKeyId + "]";
    }
}
