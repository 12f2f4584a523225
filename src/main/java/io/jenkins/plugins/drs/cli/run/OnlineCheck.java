package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.online.OnlineValidation;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Problem;
import java.util.List;

/** Looks whether what a document names is there. */
public final class OnlineCheck {
    private OnlineCheck() {}

    /** The problems that AWS tells of; a warning where it could not be asked. */
    public static List<Problem> at(RunEnvironment surroundings, DrConfiguration configuration) {
        var sdk = surroundings.sdk().withClock(surroundings.pace()).withRoles(TerminalHost.roles(configuration));
        try (SdkConnections connections = new SdkConnections(sdk)) {
            return OnlineValidation.of(configuration, connections.open(call -> {}));
        }
    }
}
