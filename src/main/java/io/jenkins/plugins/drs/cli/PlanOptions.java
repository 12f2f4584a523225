package io.jenkins.plugins.drs.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which plan of which document. */
final class PlanOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Configuration document (YAML or JSON) that holds the plan.")
    Path file;

    @Option(
            names = "--plan",
            paramLabel = "NAME",
            description = "The recovery plan; not needed where the document has only one.")
    String plan;
}
