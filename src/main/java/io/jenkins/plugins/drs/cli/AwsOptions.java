package io.jenkins.plugins.drs.cli;

import java.net.URI;
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
}
