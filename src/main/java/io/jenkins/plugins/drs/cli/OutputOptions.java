package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where a document goes, and how it is written. */
final class OutputOptions {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "File to write. Default: standard output. An existing file is not overwritten.")
    Path file;

    @Option(
            names = {"--overwrite", "--force"},
            description = "Overwrite the file if it exists.")
    boolean overwrite;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json or yaml. Default: by the name of the file, or else yaml.")
    DocumentFormat format;

    DocumentFormat format() {
        if (format != null) {
            return format;
        }
        return file == null ? DocumentFormat.YAML : DocumentFormat.ofName(file.toString());
    }

    /** Before any work is done for a file that would not be written. */
    void refuseWhatExists() {
        if (file != null && !overwrite && Files.exists(file)) {
            throw exists();
        }
    }

    private CommandFailure exists() {
        return new CommandFailure(ExitCode.INVALID, file + " exists already. Name another file, or add --overwrite.");
    }

    void write(String document, CommandLine command) throws IOException {
        if (file == null) {
            PrintWriter out = Terminal.out(command.getCommandSpec());
            out.print(document);
            out.flush();
            return;
        }
        try {
            if (overwrite) {
                Files.writeString(file, document);
            } else {
                Files.writeString(file, document, StandardOpenOption.CREATE_NEW);
            }
        } catch (FileAlreadyExistsException meanwhile) {
            throw exists();
        }
        Terminal.out(command.getCommandSpec()).println("Written to " + file);
    }
}
