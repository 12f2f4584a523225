package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.cli.progress.Progress.ProgressStyle;
import io.jenkins.plugins.drs.engine.report.SummaryText;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The last words of a run: the summary, where the artifacts are, and the exit code. */
final class RunSummary {
    private static final int WIDEST = 100;

    private final PrintWriter out;
    private final Path folder;
    private final Artifacts artifacts;

    RunSummary(PrintWriter out, Path folder, Artifacts artifacts) {
        this.out = out;
        this.folder = folder;
        this.artifacts = artifacts;
    }

    int tell() {
        DrillResult result = artifacts.result();
        out.println();
        SummaryText.of(result, Math.min(WIDEST, ProgressStyle.columns(System.getenv("COLUMNS"), WIDEST)))
                .forEach(out::println);
        out.println();
        artifacts.problem().ifPresent(out::println);
        out.println("Report    " + folder.resolve("report").resolve("index.html"));
        out.println("Results   " + folder.resolve("results.json"));
        out.println("Audit     " + folder.resolve("audit.jsonl"));
        result.audit().journal().lastHash().ifPresent(hash -> out.println("Last hash " + hash));
        out.flush();
        return exitCode(result);
    }

    /** A run that AWS or a check kept from changing anything has a code of its own; to a check, no is an answer. */
    private int exitCode(DrillResult result) {
        if (result.status() == ExecutionStatus.COMPLETED) {
            return ExitCode.GOOD;
        }
        boolean nothingDone = result.status() == ExecutionStatus.FAILED
                && result.cleanup().terminatedInstances() == 0
                && result.cleanup().leftBehind().isEmpty();
        if (nothingDone && artifacts.didAwsRefuse()) {
            return ExitCode.AWS;
        }
        boolean refused =
                result.run().mode() != Mode.CHECK && result.preflight().count(CheckStatus.FAILED) > 0;
        return nothingDone && refused ? ExitCode.REFUSED : ExitCode.NOT_SUCCEEDED;
    }
}
