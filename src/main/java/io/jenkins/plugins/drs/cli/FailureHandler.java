package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExecutionInUseException;
import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.cli.run.RunAbandonedException;
import io.jenkins.plugins.drs.engine.journal.Journal.JournalInUseException;
import io.jenkins.plugins.drs.engine.journal.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells expected failures in a sentence, and defects without their stack trace, unless it is asked for. */
final class FailureHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
    /** What was wrong on the command line, and how the command is used. */
    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = Terminal.err(command.getCommandSpec());
        err.println(mistake.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(mistake, err)) {
            command.usage(err);
        }
        err.flush();
        return ExitCode.INVALID;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        PrintWriter err = Terminal.err(command.getCommandSpec());
        if (failure instanceof CommandFailure known) {
            err.println(known.getMessage());
            return known.exitCode();
        }
        if (failure instanceof RunAbandonedException broken) {
            broken.getMessage().lines().forEach(err::println);
            return broken.exitCode();
        }
        if (failure instanceof ExecutionInUseException || failure instanceof JournalInUseException) {
            err.println(failure.getMessage());
            return ExitCode.REFUSED;
        }
        if (failure instanceof IOException unreadable) {
            err.println(Reason.of(unreadable));
            return ExitCode.INVALID;
        }
        if (failure instanceof UncheckedIOException) {
            err.println(failure.getMessage());
            return ExitCode.INVALID;
        }
        if (System.getenv("DRS_STACK_TRACE") == null) {
            err.println("This is a defect of the product: "
                    + failure.getClass().getSimpleName() + ": "
                    + failure.getMessage()
                    + ". With the environment variable DRS_STACK_TRACE=1 it shows where. Please report it.");
            return ExitCode.NOT_SUCCEEDED;
        }
        throw failure;
    }
}
