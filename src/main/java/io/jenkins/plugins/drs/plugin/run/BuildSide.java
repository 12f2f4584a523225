package io.jenkins.plugins.drs.plugin.run;

import hudson.EnvVars;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The build that wants something, as far as it is there.
 *
 * @param build empty when it was deleted
 * @param environment variables of the build as they are now
 * @param masked values that the build masks as secret now, by variable
 * @param log where console lines go; empty while nobody listens
 */
public record BuildSide(
        Optional<Run<?, ?>> build,
        Supplier<EnvVars> environment,
        Supplier<Map<String, String>> masked,
        Optional<TaskListener> log) {
    /** A step that runs in a build. */
    public static BuildSide of(
            Run<?, ?> build, Supplier<EnvVars> environment, Supplier<Map<String, String>> masked, TaskListener log) {
        return new BuildSide(Optional.of(build), environment, masked, Optional.of(log));
    }

    /** A step that tells an execution itself, so that the execution writes nothing to the console. */
    public static BuildSide quiet(
            Run<?, ?> build, Supplier<EnvVars> environment, Supplier<Map<String, String>> masked) {
        return new BuildSide(Optional.of(build), environment, masked, Optional.empty());
    }

    /** The build of {@code now} with what that says at any time, but without a console. */
    static BuildSide following(Supplier<BuildSide> now) {
        return new BuildSide(
                now.get().build(),
                () -> now.get().environment().get(),
                () -> now.get().masked().get(),
                Optional.empty());
    }

    /** The same without a console, for a build that may be gone. */
    BuildSide silentIn(Optional<Run<?, ?>> other) {
        return new BuildSide(other, environment, masked, Optional.empty());
    }

    /** A build that no step speaks for. */
    static BuildSide silent(Optional<Run<?, ?>> build) {
        return new BuildSide(build, EnvVars::new, Map::of, Optional.empty());
    }
}
