package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.audit.Anchor;
import io.jenkins.plugins.drs.engine.audit.AuditCheck;
import io.jenkins.plugins.drs.engine.audit.AuditChecker;
import java.io.IOException;
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
                "Tells whether the journal of an execution is what was written, and where it is not.",
                "Exit code 0 when nothing speaks against it, 1 when something was changed."
            },
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "Folder of an execution, or an audit.jsonl.")
        private Path place;

        @Option(
                names = "--hash",
                paramLabel = "SHA256",
                description =
                        "Hash of the last line, as the run printed it at its end: proves that nothing was cut off.")
        private String hash;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            List<Anchor> anchors = Optional.ofNullable(hash).stream()
                    .map(it -> new Anchor("the hash that you gave", Optional.empty(), it.strip()))
                    .toList();
            AuditCheck check = Files.isDirectory(place)
                    ? AuditChecker.folder(place, anchors)
                    : AuditChecker.journal(place, anchors);
            PrintWriter out = Terminal.out(spec);
            check.findings().forEach(finding -> out.println(word(finding.grade()) + finding.text()));
            out.println(last(check.grade()));
            out.flush();
            return check.grade() == AuditCheck.Grade.BROKEN ? ExitCode.NOT_SUCCEEDED : ExitCode.GOOD;
        }

        private static String word(AuditCheck.Grade grade) {
            return switch (grade) {
                case GOOD -> "good      ";
                case UNPROVEN -> "unproven  ";
                case BROKEN -> "BROKEN    ";
            };
        }

        private static String last(AuditCheck.Grade grade) {
            return switch (grade) {
                case GOOD -> "The audit trail is what was written.";
                case UNPROVEN -> "Nothing speaks against the audit trail, but not all of it is proven.";
                case BROKEN -> "The audit trail is NOT what was written.";
            };
        }
    }
}
