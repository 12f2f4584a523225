package io.jenkins.plugins.drs.cli;

import picocli.CommandLine.Option;

/** About a change of a store: whether it is made, and why. */
final class ChangeOptions {
    @Option(names = "--dry-run", description = "Tell what would be changed, and change nothing.")
    boolean dryRun;

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the history.")
    String why;
}
