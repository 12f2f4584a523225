package io.jenkins.plugins.drs.cli;

import picocli.CommandLine;

/** Lets tests of other packages have the command line. */
public final class CommandLines {
    private CommandLines() {}

    public static CommandLine drs() {
        return Drs.commandLine();
    }
}
