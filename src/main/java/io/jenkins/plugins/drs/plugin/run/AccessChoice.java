package io.jenkins.plugins.drs.plugin.run;

import java.util.Optional;

/**
 * Where the credentials of an execution come from. Holds no secret, so it is kept on the disk.
 *
 * @param credentialsId present for {@link Source#CREDENTIALS}
 * @param scope where the credentials of that id are kept, since others may have the same ({@link CredentialScope}); empty for
 *     other sources, and for executions that earlier versions began
 */
public record AccessChoice(Source source, Optional<String> credentialsId, Optional<String> scope) {
    AccessChoice(Source source) {
        this(source, Optional.empty(), Optional.empty());
    }

    /** Kinds of sources. */
    public enum Source {
        /** Credentials of Jenkins, by their id. */
        CREDENTIALS,
        /** {@code AWS_*} variables of the build, as {@code withAWS} and {@code withCredentials} set them. */
        ENVIRONMENT,
        /** What the controller itself works as. */
        CONTROLLER,
        /** The built-in simulator, which takes any. */
        SIMULATOR,
        /** None: the execution fails in preflight, without a call. */
        NONE
    }

    /** Whether a restarted controller can open this without the build. */
    boolean needsBuild() {
        return source == Source.ENVIRONMENT;
    }
}
