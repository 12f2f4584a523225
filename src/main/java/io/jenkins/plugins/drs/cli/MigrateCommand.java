package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.migration.Migration;
import io.jenkins.plugins.drs.engine.document.migration.MigrationOptions;
import io.jenkins.plugins.drs.engine.document.migration.MigrationResult;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drs migrate}: documents of older versions and of other tools as documents of version 2.1.0. */
@Command(
        name = "migrate",
        description = "Converts a document of an older version or of another tool to version 2.1.0.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The document; its format is detected.")
    private Path file;

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            defaultValue = ExportMetadata.CURRENT_VERSION,
            description = "The version to write; only " + ExportMetadata.CURRENT_VERSION + " is supported.")
    private String version;

    @Mixin
    private MigrationOptionsMixin migration;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!version.equals(ExportMetadata.CURRENT_VERSION)) {
            throw new ParameterException(
                    spec.commandLine(), "This version writes " + ExportMetadata.CURRENT_VERSION + ", not " + version);
        }
        PrintWriter err = Terminal.err(spec);
        MigrationResult result = migration.read(file);
        List<LocatedProblem> problems = result.problems();
        problems.forEach(problem -> err.println(PlanFile.told(problem)));
        Optional<DrConfiguration> configuration = result.document().configuration();
        if (configuration.isEmpty()) {
            throw new CommandFailure(ExitCode.INVALID, file + " could not be migrated.");
        }
        output.write(DocumentWriter.text(configuration.get(), output.format()), spec.commandLine());
        boolean valid = problems.stream().noneMatch(LocatedProblem::isError);
        err.println(
                file + ": " + result.format().words() + "; " + result.notes().size() + " notes, "
                        + (valid ? "the result is valid" : "the result is not valid yet, see the errors above"));
        return valid ? ExitCode.GOOD : ExitCode.INVALID;
    }

    /** Reads documents of all formats. */
    static final class MigrationOptionsMixin {
        @Option(
                names = "--assume-role",
                paramLabel = "NAME",
                description = "Role to assume in the accounts that a document of another format names without a role.")
        private String role;

        @Option(
                names = "--group",
                paramLabel = "ID=NAME",
                description = "Name of the group that waves mean by an id which the document does not explain; may be"
                        + " repeated.")
        private Map<String, String> groups = Map.of();

        MigrationResult read(Path file) throws IOException {
            return Migration.read(
                    content(file), file.toString(), new MigrationOptions(Optional.ofNullable(role), groups));
        }

        private static byte[] content(Path file) throws IOException {
            try (InputStream stream = Files.newInputStream(file)) {
                return stream.readNBytes((int) DocumentLimits.DEFAULT.maxBytes() + 1);
            } catch (NoSuchFileException missing) {
                throw new CommandFailure(ExitCode.INVALID, "There is no file " + file + ". Check the path.");
            }
        }
    }
}
