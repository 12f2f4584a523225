package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks AWS something for a page: reads only, as the default credentials, or the simulator. */
final class Lookup {
    private static final Logger LOGGER = Logger.getLogger(Lookup.class.getName());

    private Lookup() {}

    /** What is asked. */
    interface Question<T> {
        T ask(AwsAccess aws);
    }

    /**
     * The answer. The connections are closed when it is there.
     *
     * @param configuration with the accounts that are asked
     * @throws IOException when there are no credentials to ask with; says what to do
     */
    static <T> T with(DrConfiguration configuration, Question<T> question) throws IOException {
        try (SdkConnections connections = connect(configuration)) {
            return question.ask(connections.open(call -> LOGGER.log(Level.FINE, "{0}", call)));
        }
    }

    private static SdkConnections connect(DrConfiguration configuration) throws IOException {
        BuildSide nobody = BuildSide.silent(Optional.empty());
        AwsEnvironments environments = DrillHost.get().environments();
        AccessChoice credentials = AwsAccounts.choose(Optional.empty(), nobody, HostSettings.get());
        StoredRequest.Access access = environments.choose(credentials, HostSettings.get());
        return new SdkConnections(
                environments.open(access, nobody, configuration).sdk());
    }
}
