package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.migration.Migration;
import io.jenkins.plugins.drs.engine.document.migration.MigrationOptions;
import io.jenkins.plugins.drs.engine.document.migration.MigrationResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Reads documents of all formats. */
final class MigrationOptionsMixin {
    @Option(
            names = "--assume-role",
            paramLabel = "NAME",
            description = "Role to assume in the accounts that a document of another format names without a role.")
    private String role;

    @Option(
            names = "--group",
            paramLabel = "ID=NAME",
            description =
                    "Name of the group that waves mean by an id which the document does not explain; may be repeated.")
    private Map<String, String> groups = Map.of();

    MigrationResult read(Path file) throws IOException {
        return Migration.read(content(file), file.toString(), new MigrationOptions(Optional.ofNullable(role), groups));
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes((int) DocumentLimits.DEFAULT.maxBytes() + 1);
        } catch (NoSuchFileException missing) {
            throw new CommandFailure(ExitCode.INVALID, "There is no file " + file + ". Check the path.");
        }
    }
}
