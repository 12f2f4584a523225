package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.cli.run.RunEnvironment;
import io.jenkins.plugins.drs.engine.aws.sdk.EndpointUrl;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How to reach AWS, named as in the AWS command line. */
final class AwsOptions {
    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            converter = EndpointConverter.class,
            description = "Send every call there instead of to AWS, such as to 'drs simulate'.")
    URI endpoint;

    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of the AWS configuration files.")
    String profile;

    /** Refuses, as wrong usage, what is no endpoint. */
    static final class EndpointConverter implements ITypeConverter<URI> {
        @Override
        public URI convert(String value) {
            try {
                return EndpointUrl.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /**
     * @throws CommandFailure when something takes calls at the endpoint and does not answer them, or environment and profile
     *     send calls to no URL, or to several places
     */
    RunEnvironment surroundings() {
        try {
            return RunEnvironment.of(Optional.ofNullable(endpoint), Optional.ofNullable(profile));
        } catch (IOException silence) {
            throw new CommandFailure(ExitCode.AWS, silence.getMessage());
        } catch (IllegalArgumentException endpoints) {
            throw new CommandFailure(ExitCode.INVALID, endpoints.getMessage());
        }
    }
}
