package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.engine.execution.WrongEnvironmentException;
import io.jenkins.plugins.drs.engine.execution.cleanup.OpenWorkText;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchTags;
import io.jenkins.plugins.drs.engine.journal.Reason;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serial;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An execution that cannot go on here, though it has not ended. Says what still runs and how to go on. */
public final class RunAbandonedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String RESTORE =
            "Restore audit.jsonl. results.json, which drs report does not change, shows the execution at its end.";

    private final int exitCode;

    /** @param advice what has to be done before it can be resumed, as a sentence */
    RunAbandonedException(Path folder, IOException cause, String advice) {
        this(folder, cause, advice, OpenWorkText.in(folder.resolve("audit.jsonl")));
    }

    /** @param open what may still run, a line for each */
    RunAbandonedException(Path folder, IOException cause, String advice, List<String> open) {
        this(text(folder, cause, advice, open), cause, exitCode(cause));
    }

    private RunAbandonedException(String text, IOException cause, int exitCode) {
        super(text, cause);
        this.exitCode = exitCode;
    }

    /**
     * An execution that cannot go on because it is not known where to call AWS, or nothing answers there.
     *
     * @param why as sentences
     */
    public static RunAbandonedException unreachable(Path folder, String why, int exitCode) {
        IOException cause = new IOException(why);
        List<String> open = OpenWorkText.in(folder.resolve("audit.jsonl"));
        return new RunAbandonedException(text(folder, cause, TerminalHost.GO_BACK, open), cause, exitCode);
    }

    /**
     * An execution whose results tell of more lines than its journal has: what those did would be done once more.
     *
     * @param proof as sentences
     */
    static RunAbandonedException cut(Path folder, String proof, String executionId) {
        IOException cause = new IOException(proof
                + " The work of the missing lines would be done again, so the execution is not continued. The jobs"
                + " of all that it launched have the tag " + LaunchTags.EXECUTION + "=" + executionId + ".");
        List<String> open = OpenWorkText.in(folder.resolve("audit.jsonl"));
        return new RunAbandonedException(text(folder, cause, RESTORE, open), cause, ExitCode.REFUSED);
    }

    /** An execution that a defect of this product keeps from going on; the stack trace goes into a file of its folder. */
    static RunAbandonedException of(Path folder, RuntimeException defect) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace));
        Path file = folder.resolve("defect.txt");
        String kept = "Report it with the file " + file + ".";
        try {
            Files.writeString(file, trace.toString());
        } catch (IOException full) {
            kept = "Report it.";
        }
        String what =
                "This is a defect of the product: " + defect.getClass().getSimpleName() + ": " + defect.getMessage();
        return new RunAbandonedException(folder, new IOException(what, defect), kept);
    }

    /** {@link ExitCode#REFUSED} where it was not even gone on with. */
    public int exitCode() {
        return exitCode;
    }

    private static int exitCode(IOException cause) {
        if (cause instanceof WrongEnvironmentException wrong) {
            return wrong.isDifferent() ? ExitCode.REFUSED : ExitCode.AWS;
        }
        return ExitCode.NOT_SUCCEEDED;
    }

    private static String text(Path folder, IOException cause, String advice, List<String> open) {
        StringBuilder text = new StringBuilder("The execution was stopped, and nothing more is done in AWS. ")
                .append(Shown.line(Reason.of(cause)))
                .append(System.lineSeparator());
        if (open.isEmpty()) {
            text.append("According to its journal, nothing of it runs in AWS.");
        } else {
            text.append("According to its journal, this may still run in AWS:");
            open.forEach(
                    line -> text.append(System.lineSeparator()).append("  ").append(Shown.line(line)));
        }
        return text.append(System.lineSeparator())
                .append(advice)
                .append(" Then continue to the end, including cleanup, with: drs drill --resume ")
                .append(Shown.line(folder.toString()))
                .append(System.lineSeparator())
                .append("If that is not possible, terminate its instances with: drs cleanup FILE")
                .toString();
    }
}
