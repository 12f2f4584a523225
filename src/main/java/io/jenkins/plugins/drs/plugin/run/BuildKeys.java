package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.aws.sdk.AccessKeys;
import java.util.Map;
import java.util.Optional;

/** The {@code AWS_*} variables of a build, as {@code withCredentials} and {@code withAWS} set them. */
final class BuildKeys {
    /** The variable that makes the others count. */
    static final String ID = "AWS_ACCESS_KEY_ID";

    private BuildKeys() {}

    /**
     * The keys that were given to the build. Empty where it has none, and where it merely inherited those of the controller's process, as everything
     * does that runs on the built-in node: these are the controller's own, which an administrator has to lend.
     *
     * @param build variables as a step sees them
     * @param controller variables of the controller's process
     */
    static Optional<AccessKeys> of(Map<String, String> build, Map<String, String> controller) {
        return filled(build, ID)
                .filter(id -> !id.equals(controller.get(ID)))
                .map(id -> new AccessKeys(
                        id, build.getOrDefault("AWS_SECRET_ACCESS_KEY", ""), filled(build, "AWS_SESSION_TOKEN")));
    }

    private static Optional<String> filled(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
