package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.BrokenOffException;
import io.jenkins.plugins.drs.cli.run.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells expected failures in a sentence, and everything else with its stack trace. */
final class FailureHandler implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof CommandFailure known) {
            command.getErr().println(known.getMessage());
            return known.exitCode();
        }
        if (failure instanceof BrokenOffException) {
            command.getErr().println(failure.getMessage());
            return ExitCode.NOT_SUCCEEDED;
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            command.getErr().println(failure.getMessage());
            return ExitCode.INVALID;
        }
        throw failure;
    }
}
