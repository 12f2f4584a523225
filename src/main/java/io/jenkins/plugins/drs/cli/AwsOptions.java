package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.cli.run.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to reach AWS, named as in the AWS command line. */
final class AwsOptions {
    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Send every call there instead of to AWS, such as to 'drs simulate'.")
    URI endpoint;

    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of the AWS configuration files.")
    String profile;

    /** @throws CommandFailure when something takes calls at the endpoint and does not answer them */
    Surroundings surroundings() {
        try {
            return Surroundings.of(Optional.ofNullable(endpoint), Optional.ofNullable(profile));
        } catch (IOException silence) {
            throw new CommandFailure(ExitCode.AWS, silence.getMessage());
        }
    }
}
