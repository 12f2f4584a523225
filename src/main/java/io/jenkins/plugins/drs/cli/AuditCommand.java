package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.cli.run.Version;
import io.jenkins.plugins.drs.engine.audit.Anchor;
import io.jenkins.plugins.drs.engine.audit.AuditCheck;
import io.jenkins.plugins.drs.engine.audit.AuditChecker;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drs audit}: questions about audit trails. */
@Command(
        name = "audit",
        description = "Checks the audit trail of an execution.",
        mixinStandardHelpOptions = true,
        subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Alone it has nothing to do. */
    @Override
    public void run() {
        spec.commandLine().usage(Terminal.out(spec));
    }

    /** {@code drs audit verify}: whether a journal is what was written. */
    @Command(
            name = "verify",
            description = {
                "Shows whether the journal of an execution and its artifacts are proven by a separately stored hash "
                        + "(--hash), or only consistent, and lists what was changed.",
                "Exit code 0 if nothing was changed, 1 if something was, 2 if a newer version wrote it."
            },
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "Folder of an execution, or an audit.jsonl.")
        private Path place;

        @Option(
                names = "--hash",
                paramLabel = "SHA256",
                description =
                        "Hash of the last line from a separate place, such as 'Last hash' in the console of the run.")
        private String hash;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (!Files.exists(place)) {
                throw new CommandFailure(
                        ExitCode.INVALID, place + " does not exist. Name the folder of a run, or its audit.jsonl.");
            }
            AuditCheck check = Files.isDirectory(place)
                    ? AuditChecker.folder(place, anchors(), Version.current())
                    : AuditChecker.journal(place, anchors());
            PrintWriter out = Terminal.out(spec);
            check.findings().forEach(finding -> out.println(word(finding.grade()) + finding.text()));
            out.println(last(check));
            out.flush();
            return switch (check.grade()) {
                case BROKEN -> ExitCode.NOT_SUCCEEDED;
                case NEWER -> ExitCode.INVALID;
                default -> ExitCode.GOOD;
            };
        }

        private List<Anchor> anchors() {
            if (hash == null) {
                return List.of();
            }
            if (!Anchor.isHash(hash.strip())) {
                throw new CommandFailure(
                        ExitCode.INVALID, "--hash must be 64 hexadecimal digits, but it is '" + hash + "'.");
            }
            return List.of(Anchor.keptElsewhere("the hash that you gave", Optional.empty(), hash.strip()));
        }

        private static String word(AuditCheck.Grade grade) {
            return switch (grade) {
                case PROVEN -> "proven      ";
                case CONSISTENT -> "consistent  ";
                case UNPROVEN -> "not proven  ";
                case MISSING -> "missing     ";
                case NEWER -> "newer       ";
                case BROKEN -> "CHANGED     ";
            };
        }

        private static String last(AuditCheck check) {
            return switch (check.grade()) {
                case PROVEN -> "Proven: the audit trail has not changed since that hash was recorded.";
                case CONSISTENT ->
                    "Consistent. Anyone with write access could have changed all of these files: to prove that nobody "
                            + "did, use --hash with a separately stored hash, such as 'Last hash' in the console.";
                case UNPROVEN -> "Not proven: no change was found, but not everything could be compared.";
                case MISSING ->
                    "Not proven: no change was found, but artifacts of the execution are missing: "
                            + check.count(AuditCheck.Grade.MISSING) + ".";
                case NEWER -> "Not compared: a newer version of the product wrote the artifacts.";
                case BROKEN -> "The audit trail has been CHANGED.";
            };
        }
    }
}
