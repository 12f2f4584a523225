package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.progress.ProgressStyle;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where results go and how a run is shown. */
final class RunOptionsMixin {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for results; by default a new one below drs-out.")
    Path out;

    @Option(
            names = "--progress",
            paramLabel = "STYLE",
            defaultValue = "AUTO",
            description = "live: lines that are redrawn; plain: a line for each event; auto: live on a terminal.")
    ProgressStyle progress;
}
